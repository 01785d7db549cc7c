package org.assay.engine.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.engine.facts.FactType;

/** Reads the tables that a pack brings. */
final class ReferenceReader {
    private static final Set<String> RESERVED = Set.of("from", "to", "unsure");

    private final Values values;
    private final TypedValues typed;

    ReferenceReader(Values values) {
        this.values = values;
        this.typed = new TypedValues(values);
    }

    Map<String, RulePack.Reference> tables(Fields pack) {
        Map<String, RulePack.Reference> tables = new LinkedHashMap<>();
        for (YamlNode.Entry entry : pack.entries("reference")) {
            tables.put(values.name(entry.key()), table(entry.value()));
        }
        return tables;
    }

    private RulePack.Reference table(YamlNode node) {
        Fields fields = Fields.of(node, values, "a table", "source", "fetched", "complete", "ask", "columns", "rows");
        Map<String, FactType> columns = columns(fields);
        List<RulePack.Row> rows = new ArrayList<>();
        fields.required("rows");
        fields.list("rows").forEach(row -> rows.add(row(row, columns)));
        return new RulePack.Reference(
                fields.required("source", values::text, ""),
                fields.get("fetched").map(values::date).orElse(null),
                fields.required("complete", values::bool, true),
                fields.get("ask").map(values::ask).orElse(null),
                columns,
                rows,
                fields.at());
    }

    private Map<String, FactType> columns(Fields table) {
        Map<String, FactType> columns = new LinkedHashMap<>();
        table.required("columns");
        for (YamlNode.Entry entry : table.entries("columns")) {
            String name = values.name(entry.key());
            if (RESERVED.contains(name)) {
                String message = "every row has '" + name + "' anyway";
                values.faults().add("bad-value", entry.key(), message, "Give the column another name");
            }
            columns.put(name, typed.simpleType(entry.value()));
        }
        return columns;
    }

    private RulePack.Row row(YamlNode node, Map<String, FactType> columns) {
        List<String> names = new ArrayList<>(columns.keySet());
        names.addAll(List.of("from", "to", "unsure"));
        Fields fields = Fields.of(node, values, "a row of this table", names.toArray(String[]::new));
        Map<String, Object> cells = new LinkedHashMap<>();
        columns.forEach(
                (name, type) -> fields.required(name).ifPresent(cell -> cells.put(name, typed.value(cell, type))));
        LocalDate from = fields.get("from").map(values::date).orElse(null);
        LocalDate to = fields.get("to").map(values::date).orElse(null);
        if (from != null && to != null && to.isBefore(from)) {
            values.faults().add("bad-value", node, "'to' (" + to + ") is before 'from'", "Both days are included");
        }
        return new RulePack.Row(cells, from, to, fields.optional("unsure", values::bool, false), fields.at());
    }
}
