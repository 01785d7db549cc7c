package org.assay.engine.pack;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.assay.api.Severity;
import org.assay.engine.facts.Ask;
import org.assay.engine.facts.Days;
import org.jspecify.annotations.Nullable;

/** Turns nodes into values of the type that is due; notes a fault and gives a harmless value where that fails. */
final class Values {
    static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
    static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9-]{1,62}");
    static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@+-]{0,127}");
    static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,62}");
    private static final Pattern MISSING_FACT =
            Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,126}|(evidence|reference):[A-Za-z][A-Za-z0-9_]{0,62}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?");

    private final FaultList faults;

    Values(FaultList faults) {
        this.faults = faults;
    }

    FaultList faults() {
        return faults;
    }

    YamlNode.Mapping mapping(YamlNode node, String what) {
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        faults.add("wrong-type", node, what + " is a mapping, not " + node.what(), "Write 'name: value' pairs");
        return new YamlNode.Mapping(List.of(), node.at(), node.pointer());
    }

    List<YamlNode> list(YamlNode node) {
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        faults.add(
                "wrong-type",
                node,
                "a list was expected, not " + node.what(),
                "Write [a, b] or lines that begin with -");
        return List.of();
    }

    /** A text that is not empty; a number or a date without quotes is taken as it is written. */
    String text(YamlNode node) {
        if (!(node instanceof YamlNode.Scalar scalar) || scalar.isNothing()) {
            faults.add(
                    "wrong-type",
                    node,
                    "a text was expected, not " + node.what(),
                    "Leave the key out if there is none");
            return "";
        }
        if (scalar.text().isBlank()) {
            faults.add("empty-text", node, "the text is empty", "Leave the key out if there is none");
        }
        return scalar.text();
    }

    /** A text of a given form. */
    String matching(YamlNode node, Pattern form, String hint) {
        String text = text(node);
        if (!text.isBlank() && !form.matcher(text).matches()) {
            faults.add(
                    "bad-value", node, "'" + Suggest.shorten(text) + "' does not have the form that is due here", hint);
        }
        return text;
    }

    /** A name that expressions use. */
    String name(YamlNode node) {
        return matching(node, NAME, "A letter, then letters, digits and _");
    }

    boolean bool(YamlNode node) {
        String text = text(node);
        if (!text.isBlank() && !text.equals("true") && !text.equals("false")) {
            faults.add("wrong-type", node, "true or false was expected, not " + node.what(), "");
        }
        return text.equals("true");
    }

    /** A whole number below 2^53. */
    long number(YamlNode node) {
        String text = text(node);
        if (text.matches("-?[0-9]{1,15}") && ((YamlNode.Scalar) node).plain()) {
            return Long.parseLong(text);
        }
        if (!text.isBlank()) {
            faults.add(
                    "wrong-type",
                    node,
                    "a whole number was expected, not " + node.what(),
                    "At most 15 digits, no quotes");
        }
        return 0;
    }

    /** A civil date. */
    LocalDate date(YamlNode node) {
        String text = text(node);
        try {
            if (text.isBlank()) {
                return Days.NEVER;
            }
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            faults.add("bad-value", node, "'" + text + "' is no day of the calendar", "Write an existing day");
            return Days.NEVER;
        }
        faults.add("bad-value", node, node.what() + " is no date", "Write yyyy-mm-dd");
        return Days.NEVER;
    }

    /** The word under {@code severity}; null where there is none. */
    @Nullable
    Severity severity(Fields fields) {
        return fields.get("severity")
                .map(node -> word(node, Severity.class, true, Severity.INFO))
                .orElse(null);
    }

    /** One of an enum's words, written in lower case or, for outcomes, as they are. */
    <E extends Enum<E>> E word(YamlNode node, Class<E> type, boolean lower, E harmless) {
        String text = text(node);
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(value -> lower ? value.name().toLowerCase(Locale.ROOT) : value.name())
                .toList();
        int index = words.indexOf(text);
        if (index >= 0) {
            return type.getEnumConstants()[index];
        }
        if (!text.isBlank()) {
            String message = node.what() + " is not one of the words that are due here";
            faults.add("bad-value", node, message, Suggest.hint(text, words));
        }
        return harmless;
    }

    /** An expression; it is parsed and typed by the compiler of rules, not here. */
    Expr expression(YamlNode node) {
        String text = text(node);
        return new Expr(text, node instanceof YamlNode.Scalar scalar ? scalar.inside() : node.at());
    }

    /** A text for people: one text, or one per language. */
    Text people(YamlNode node) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            return new Text(Map.of("en", text(node)), inside(node));
        }
        Map<String, String> byLanguage = new LinkedHashMap<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            if (cutByComma(entry)) {
                String message = entry.key().what() + " stands alone: the text before it was cut at its comma";
                faults.add("bad-value", entry.key(), message, "Put quotes around a text with a comma");
                continue;
            }
            matching(entry.key(), LANGUAGE, "A language, such as en or de");
            byLanguage.put(entry.name(), text(entry.value()));
        }
        if (byLanguage.isEmpty()) {
            faults.add("empty-text", node, "there is no text", "Leave the key out if there is none");
        }
        Position at = mapping.entries().isEmpty()
                ? node.at()
                : inside(mapping.entries().get(0).value());
        return new Text(byLanguage, at);
    }

    /** {@code {en: one, two}} is two keys, the second with nothing: what YAML makes of a comma without quotes. */
    static boolean cutByComma(YamlNode.Entry entry) {
        return entry.value() instanceof YamlNode.Scalar scalar
                && scalar.isNothing()
                && scalar.text().isEmpty();
    }

    /** A question of a clause, which also names what is missing: no path that was read does. */
    Ask askFor(YamlNode node) {
        Fields fields = Fields.of(node, this, "'ask'", "of", "question", "fact");
        return new Ask(
                fields.required("of", this::text, ""),
                questions(fields),
                fields.required("fact", this::missingFact, ""));
    }

    private String missingFact(YamlNode node) {
        return matching(
                node,
                MISSING_FACT,
                "A field of the subject (end, facts.x), evidence:<kind>, reference:<table>, or text (of the law)");
    }

    /** Whom to ask what. */
    Ask ask(YamlNode node) {
        Fields fields = Fields.of(node, this, "'ask'", "of", "question");
        return new Ask(fields.required("of", this::text, ""), questions(fields));
    }

    private Map<String, String> questions(Fields fields) {
        return fields.required("question", this::people, DeclarationReader.NO_TEXT)
                .byLanguage();
    }

    /** Days, both ends included; without an end where the file names none. */
    RulePack.InForce inForce(YamlNode node) {
        Fields fields = Fields.of(node, this, "'inForce'", "from", "to");
        LocalDate from = fields.required("from", this::date, Days.NEVER);
        LocalDate to = fields.optional("to", this::date, Days.NEVER);
        if (!from.equals(Days.NEVER) && to.isBefore(from)) {
            faults.add("bad-value", node, "'to' (" + to + ") is before 'from'", "Both days are included");
        }
        return new RulePack.InForce(from, to);
    }

    /** The texts of a list. */
    List<String> texts(YamlNode node) {
        List<String> texts = new ArrayList<>();
        list(node).forEach(item -> texts.add(text(item)));
        return texts;
    }

    private static Position inside(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar ? scalar.inside() : node.at();
    }
}
