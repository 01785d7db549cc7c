package org.assay.engine.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the heads of named expressions. Whether their bodies use what is defined above them, and whether they are used
 * at all, only the compiler of expressions can say.
 */
final class DefineReader {
    private static final Pattern HEAD = Pattern.compile("([A-Za-z][A-Za-z0-9_]{0,62})\\(([^()]*)\\)");
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_.]*(?:\\[[A-Za-z0-9_.]+])?)\\s+([A-Za-z][A-Za-z0-9_]{0,62})\\s*");
    private static final String FORM = "Write it like critical(component c, date d)";

    private final Values values;

    DefineReader(Values values) {
        this.values = values;
    }

    List<RulePack.Define> defines(Fields pack) {
        List<RulePack.Define> defines = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode.Entry entry : pack.entries("define")) {
            RulePack.Define define = define(entry);
            if (!define.name().isEmpty() && !names.add(define.name())) {
                String message = "'" + define.name() + "' is defined twice";
                values.faults().add("duplicate-id", entry.key(), message, "Give it another name");
            }
            defines.add(define);
        }
        return defines;
    }

    private RulePack.Define define(YamlNode.Entry entry) {
        Expr body = values.expression(entry.value());
        Matcher head = HEAD.matcher(entry.name().strip());
        if (!head.matches()) {
            values.faults()
                    .add("bad-value", entry.key(), entry.key().what() + " is no head of a named expression", FORM);
            return new RulePack.Define("", List.of(), body);
        }
        return new RulePack.Define(head.group(1), parameters(entry.key(), head.group(2)), body);
    }

    private List<RulePack.Parameter> parameters(YamlNode key, String text) {
        List<RulePack.Parameter> parameters = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            Matcher parameter = PARAMETER.matcher(part);
            if (!parameter.matches()) {
                values.faults().add("bad-value", key, "'" + part.strip() + "' is no parameter", FORM);
                continue;
            }
            if (!names.add(parameter.group(2))) {
                values.faults()
                        .add("duplicate-id", key, "two parameters are called '" + parameter.group(2) + "'", FORM);
            }
            parameters.add(new RulePack.Parameter(parameter.group(1), parameter.group(2)));
        }
        return parameters;
    }
}
