package org.assay.engine.pack;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assay.api.Outcome;

/** Reads worked examples: their own facts laid over those of the bases that they name. */
final class CaseReader {
    private static final List<String> KEYS =
            List.of("name", "asOf", "options", "given", "subject", "expect", "code", "due");

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,14})");

    /** All cases of a pack together, bases laid under each. */
    private static final long MAX_FACTS = 1_000_000;

    private final Values values;
    private final TypedValues typed;
    private final Map<String, RulePack.Option> options;
    private final Map<String, Map<String, Object>> bases = new LinkedHashMap<>();
    private final Map<Map<String, Object>, Long> sizes = new IdentityHashMap<>();
    private long facts;

    CaseReader(Values values, Map<String, RulePack.Option> options, Fields pack) {
        this.values = values;
        this.typed = new TypedValues(values);
        this.options = options;
        for (YamlNode.Entry entry : pack.entries("caseBase")) {
            bases.put(values.name(entry.key()), facts(entry.value()));
        }
    }

    List<Requirement.Case> cases(Fields requirement, int clauses) {
        List<YamlNode> nodes = requirement.list("cases");
        if (nodes.size() < clauses) {
            YamlNode at = requirement.get("cases").orElse(requirement.node());
            String message = clauses + " clauses, but " + nodes.size() + " cases";
            values.faults().add("missing-case", at, message, "Add a case for each clause, in which it decides");
        }
        return nodes.stream().map(this::one).toList();
    }

    private Requirement.Case one(YamlNode node) {
        return read(Fields.of(node, values, "a case", keys("base")));
    }

    /** The keys of a case, and others. */
    static String[] keys(String... others) {
        return Stream.concat(KEYS.stream(), Stream.of(others)).toArray(String[]::new);
    }

    Requirement.Case read(Fields fields) {
        return new Requirement.Case(
                fields.optional("name", values::text, ""),
                fields.required("asOf", this::day, ""),
                chosen(fields),
                given(fields),
                fields.optional("subject", values::text, ""),
                fields.required(
                        "expect", value -> values.word(value, Outcome.class, false, Outcome.PASS), Outcome.PASS),
                fields.optional("code", values::text, ""),
                fields.optional("due", this::day, ""),
                fields.at());
    }

    private String day(YamlNode node) {
        return values.date(node).toString();
    }

    Map<String, Object> chosen(Fields fields) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        for (YamlNode.Entry entry : fields.entries("options")) {
            RulePack.Option option = options.get(entry.name());
            if (option == null) {
                String message = "the pack has no option " + entry.key().what();
                values.faults().add("unknown-key", entry.key(), message, Suggest.hint(entry.name(), options.keySet()));
            } else {
                chosen.put(entry.name(), typed.value(entry.value(), option.type()));
            }
        }
        return chosen;
    }

    Map<String, Object> given(Fields fields) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (YamlNode name : fields.get("base").map(this::names).orElse(List.of())) {
            Map<String, Object> base = bases.get(values.text(name));
            if (base == null) {
                String message = "'caseBase' has no " + name.what();
                values.faults().add("bad-value", name, message, Suggest.hint(values.text(name), bases.keySet()));
            } else {
                given = laid(given, base, name);
            }
        }
        return laid(given, fields.optional("given", this::facts, Map.of()), fields.node());
    }

    /** Facts over facts, as long as the cases of the pack stay within bounds. */
    private Map<String, Object> laid(Map<String, Object> below, Map<String, Object> above, YamlNode at) {
        boolean within = facts <= MAX_FACTS;
        facts += sizes.computeIfAbsent(above, CaseReader::count);
        if (facts <= MAX_FACTS) {
            return FactMerge.over(below, above);
        }
        if (within) {
            String message =
                    "the cases up to here have more than " + MAX_FACTS + " facts once their bases are laid under them";
            values.faults().add("limit", at, message, "Use smaller bases, or fewer cases");
        }
        return Map.of();
    }

    private static long count(Object value) {
        if (value instanceof Map<?, ?> map) {
            return 1 + map.values().stream().mapToLong(CaseReader::count).sum();
        }
        return value instanceof List<?> list
                ? 1 + list.stream().mapToLong(CaseReader::count).sum()
                : 1;
    }

    private List<YamlNode> names(YamlNode node) {
        return node instanceof YamlNode.Scalar ? List.of(node) : values.list(node);
    }

    private Map<String, Object> facts(YamlNode node) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (YamlNode.Entry entry : values.mapping(node, "a case's facts").entries()) {
            facts.put(entry.name(), plain(entry.value()));
        }
        return facts;
    }

    /** A value as JSON would have it: true, false and whole numbers without quotes are such; all else is text. */
    private Object plain(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return facts(mapping);
        } else if (node instanceof YamlNode.Sequence sequence) {
            List<Object> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(plain(item)));
            return items;
        }
        return scalar((YamlNode.Scalar) node);
    }

    private Object scalar(YamlNode.Scalar scalar) {
        String text = scalar.text();
        if (scalar.isNothing()) {
            values.faults()
                    .add("wrong-type", scalar, "nothing is written here", "Leave the key out where a fact is missing");
        } else if (scalar.plain() && (text.equals("true") || text.equals("false"))) {
            return text.equals("true");
        } else if (scalar.plain() && WHOLE.matcher(text).matches()) {
            return Long.parseLong(text);
        }
        return text;
    }
}
