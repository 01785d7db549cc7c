package org.assay.engine.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FactTypes;

/** Reads what a pack declares before its rules: options, facts, and the kinds of evidence that must be delivered. */
final class DeclarationReader {
    static final RulePack.InForce ALWAYS = new RulePack.InForce(Days.NEVER, Days.NEVER);
    static final Text NO_TEXT = new Text(Map.of(), Position.START);
    private static final Pattern HOLDER = Pattern.compile(
            "operator|network|country|component|supplier|site|contract|order|evidence(\\.[A-Za-z][A-Za-z0-9]*)?");
    private static final Pattern EVIDENCE = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,62}");

    private final Values values;
    private final TypedValues typed;

    DeclarationReader(Values values) {
        this.values = values;
        this.typed = new TypedValues(values);
    }

    Map<String, RulePack.Option> options(Fields pack) {
        Map<String, RulePack.Option> options = new LinkedHashMap<>();
        for (YamlNode.Entry entry : pack.entries("options")) {
            options.put(values.name(entry.key()), option(entry.value()));
        }
        return options;
    }

    private RulePack.Option option(YamlNode node) {
        Fields fields = Fields.of(node, values, "an option", "type", "default", "why");
        FactType type = fields.required("type", typed::simpleType, new FactType.Text());
        return new RulePack.Option(
                type,
                fields.required("default", value -> typed.value(value, type), ""),
                fields.required("why", values::people, NO_TEXT),
                fields.at());
    }

    List<FactDecl> facts(Fields pack) {
        List<FactDecl> facts = new ArrayList<>();
        Map<String, FactDecl> seen = new HashMap<>();
        for (YamlNode node : pack.list("facts")) {
            FactDecl fact = fact(node);
            refuseSecond(node, fact, seen);
            facts.add(fact);
        }
        return facts;
    }

    private FactDecl fact(YamlNode node) {
        Fields fields = Fields.of(node, values, "a fact", "on", "name", "type", "ask");
        return new FactDecl(
                fields.required("on", this::holder, ""),
                fields.required("name", values::name, ""),
                fields.required("type", typed::type, new FactType.Text()),
                fields.get("ask").map(values::ask).orElse(null),
                fields.at());
    }

    private String holder(YamlNode node) {
        String hint = "operator, network, country, component, supplier, site, contract, order or evidence.<kind>";
        return values.matching(node, HOLDER, hint);
    }

    /** The same name twice on one holder; all kinds of evidence share their facts, so types must agree there. */
    private void refuseSecond(YamlNode node, FactDecl fact, Map<String, FactDecl> seen) {
        FactDecl same = seen.putIfAbsent(fact.on() + "/" + fact.name(), fact);
        if (same != null) {
            String message = "the fact '" + fact.name() + "' of " + fact.on() + " is declared twice";
            values.faults()
                    .add(
                            "duplicate-id",
                            node,
                            message,
                            "First in line " + same.at().line());
            return;
        }
        if (!fact.on().startsWith("evidence.")) {
            return;
        }
        FactDecl other = seen.putIfAbsent("evidence/" + fact.name(), fact);
        if (other != null && !other.type().equals(fact.type())) {
            String message = "the fact '" + fact.name() + "' is " + FactTypes.print(other.type()) + " on " + other.on();
            values.faults().add("type-error", node, message, "All kinds of evidence share their facts: use one type");
        }
    }

    List<String> absentUnknown(Fields pack) {
        List<String> kinds = new ArrayList<>();
        for (YamlNode.Entry entry : pack.entries("evidence")) {
            kinds.add(values.matching(entry.key(), EVIDENCE, "A kind of evidence, such as releaseNote"));
            Fields fields = Fields.of(entry.value(), values, "a kind of evidence", "absent");
            fields.required("absent", this::unknown, "");
        }
        return kinds;
    }

    private String unknown(YamlNode node) {
        return values.matching(
                node, Pattern.compile("unknown"), "Only 'unknown'; leave the kind out where absent is none");
    }
}
