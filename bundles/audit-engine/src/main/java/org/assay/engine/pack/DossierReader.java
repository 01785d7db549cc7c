package org.assay.engine.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assay.engine.pack.Dossier.Block;
import org.assay.engine.pack.Dossier.Chapters;
import org.assay.engine.pack.Dossier.FieldList;
import org.assay.engine.pack.Dossier.Item;
import org.assay.engine.pack.Dossier.Question;
import org.assay.engine.pack.Dossier.Table;
import org.assay.engine.pack.Dossier.Value;
import org.assay.engine.pack.Dossier.Verdicts;
import org.jspecify.annotations.Nullable;

/** Reads the dossiers of a pack. */
final class DossierReader {
    private static final Pattern KIND =
            Pattern.compile("component|supplier|site|contract|operator|network|order|evidence\\.[A-Za-z][A-Za-z0-9]*");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final int MAX_COLUMNS = 12;

    private final Values values;
    private final RequirementReader requirements;

    DossierReader(Values values, RequirementReader requirements) {
        this.values = values;
        this.requirements = requirements;
    }

    List<Dossier> dossiers(Fields pack) {
        List<Dossier> dossiers = new ArrayList<>();
        for (YamlNode.Entry entry : pack.entries("dossiers")) {
            String name = values.matching(entry.key(), Values.KEBAB, "Lower-case letters, digits and -");
            dossiers.add(dossier(name, entry.value()));
        }
        return dossiers;
    }

    private Dossier dossier(String name, YamlNode node) {
        Fields fields = Fields.of(
                node,
                values,
                "a dossier",
                "title",
                "language",
                "source",
                "recipient",
                "note",
                "programme",
                "words",
                "chapters",
                "items");
        List<YamlNode> items = fields.required("items").map(values::list).orElse(List.of());
        Chapters chapters = fields.get("chapters").map(this::chapters).orElse(null);
        boolean programme = fields.optional("programme", values::bool, false);
        if (programme && (chapters == null || !chapters.by().equals("supplier") || chapters.per() != null)) {
            String message = "a programme is that of a supplier";
            values.faults().add("bad-value", node, message, "Add chapters: {by: supplier, …} without 'per'");
        }
        return new Dossier(
                name,
                fields.required("title", values::people, DeclarationReader.NO_TEXT),
                fields.required("language", this::language, "en"),
                requirements.source(fields),
                fields.required("recipient", values::people, DeclarationReader.NO_TEXT),
                fields.optional("note", values::people, DeclarationReader.NO_TEXT),
                programme,
                words(fields),
                chapters,
                items.stream().map(this::item).toList(),
                fields.at());
    }

    private String language(YamlNode node) {
        return values.matching(node, LANGUAGE, "A language, such as en or de");
    }

    private Map<String, Text> words(Fields dossier) {
        Map<String, Text> words = new LinkedHashMap<>();
        dossier.entries("words").forEach(entry -> words.put(entry.name(), values.people(entry.value())));
        return words;
    }

    private Chapters chapters(YamlNode node) {
        Fields fields = Fields.of(node, values, "'chapters'", "by", "when", "per", "title", "none");
        return new Chapters(
                fields.required("by", this::kind, "component"),
                expression(fields, "when"),
                expression(fields, "per"),
                fields.required("title", values::people, DeclarationReader.NO_TEXT),
                fields.optional("none", values::people, DeclarationReader.NO_TEXT),
                fields.at());
    }

    private String kind(YamlNode node) {
        return values.matching(
                node, KIND, "component, supplier, site, contract, order, operator, network or evidence.<kind>");
    }

    private @Nullable Expr expression(Fields fields, String key) {
        return fields.get(key).map(values::expression).orElse(null);
    }

    private Item item(YamlNode node) {
        Fields fields = Fields.of(node, values, "an item", "number", "title", "text", "when", "there", "ask", "show");
        Question ask = ask(fields);
        if (fields.has("there") != (ask != null)) {
            String message = "'there' and 'ask' belong together";
            values.faults().add("missing-key", node, message, "Say whom to ask where 'there' does not hold");
        }
        return new Item(
                fields.required("number", values::text, ""),
                fields.required("title", values::people, DeclarationReader.NO_TEXT),
                fields.optional("text", values::people, DeclarationReader.NO_TEXT),
                expression(fields, "when"),
                expression(fields, "there"),
                ask,
                fields.list("show").stream().map(this::block).toList(),
                fields.at());
    }

    private @Nullable Question ask(Fields fields) {
        return fields.get("ask").map(this::question).orElse(null);
    }

    private Question question(YamlNode node) {
        Fields fields = Fields.of(node, values, "'ask'", "of", "question");
        return new Question(
                fields.required("of", values::text, ""),
                fields.required("question", values::people, DeclarationReader.NO_TEXT));
    }

    private Block block(YamlNode node) {
        Fields fields = Fields.of(
                node,
                values,
                "what is shown",
                "title",
                "fields",
                "table",
                "of",
                "when",
                "each",
                "as",
                "columns",
                "cases",
                "ages",
                "least",
                "counts",
                "ask",
                "none",
                "verdicts");
        List<String> given =
                Stream.of("fields", "table", "verdicts").filter(fields::has).toList();
        if (given.size() != 1) {
            values.faults().add("missing-key", node, "this shows " + given, "Exactly one of fields, table, verdicts");
        }
        Text title = fields.optional("title", values::people, DeclarationReader.NO_TEXT);
        if (fields.has("verdicts")) {
            return verdicts(title, fields);
        }
        return fields.has("table") ? table(title, fields) : new FieldList(title, list(fields, "fields"), fields.at());
    }

    private Verdicts verdicts(Text title, Fields fields) {
        if (fields.has("of") != fields.has("when")) {
            String message = "'of' and 'when' belong together";
            values.faults().add("missing-key", fields.node(), message, "Say of which kind of record which count");
        }
        return new Verdicts(
                title,
                fields.optional("verdicts", values::texts, List.of()),
                fields.optional("of", this::kind, ""),
                expression(fields, "when"),
                fields.at());
    }

    private Table table(Text title, Fields fields) {
        List<Value> columns = list(fields, "columns");
        if (columns.isEmpty() || columns.size() > MAX_COLUMNS) {
            String message = "a table has 1 to " + MAX_COLUMNS + " columns";
            values.faults().add("bad-value", fields.node(), message, "");
        }
        if (fields.has("each") != fields.has("as")) {
            String message = "'each' and 'as' belong together";
            values.faults().add("missing-key", fields.node(), message, "Name the element that columns see");
        }
        int least = fields.optional("least", node -> (int) values.number(node), 0);
        if (least > 0 && !fields.has("ask")) {
            String message = "whom to ask where there are fewer than " + least + "?";
            values.faults().add("missing-key", fields.node(), message, "Add 'ask'");
        }
        if (least == 0 && fields.has("counts")) {
            String message = "'counts' says which rows count for 'least'";
            values.faults().add("missing-key", fields.node(), message, "Add 'least'");
        }
        return new Table(
                title,
                fields.required("table", this::kind, "component"),
                expression(fields, "when"),
                expression(fields, "each"),
                fields.optional("as", values::name, ""),
                columns,
                fields.optional("cases", values::name, ""),
                ages(fields),
                least,
                expression(fields, "counts"),
                ask(fields),
                fields.optional("none", values::people, DeclarationReader.NO_TEXT),
                fields.at());
    }

    private List<Integer> ages(Fields table) {
        List<Integer> ages = new ArrayList<>();
        table.list("ages").forEach(node -> ages.add((int) values.number(node)));
        boolean rising =
                ages.equals(ages.stream().filter(n -> n > 0).sorted().distinct().toList());
        if (!rising || ages.size() > MAX_COLUMNS || !ages.isEmpty() && !table.has("cases")) {
            String message = "ages are rising numbers of days, of cases";
            values.faults().add("bad-value", table.node(), message, "Such as cases: finding, ages: [90, 365]");
        }
        return ages;
    }

    private List<Value> list(Fields fields, String key) {
        Optional<YamlNode> node = fields.get(key);
        return node.map(values::list).orElse(List.of()).stream()
                .map(this::value)
                .toList();
    }

    private Value value(YamlNode node) {
        Fields fields = Fields.of(node, values, "a value", "label", "value", "optional", "ask");
        return new Value(
                fields.required("label", values::people, DeclarationReader.NO_TEXT),
                fields.required("value", values::expression, new Expr("", fields.at())),
                fields.optional("optional", values::bool, false),
                ask(fields));
    }
}
