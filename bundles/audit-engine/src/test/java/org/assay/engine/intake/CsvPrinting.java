package org.assay.engine.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assay.engine.digest.CanonicalJson;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/** Writes components as CSV with all columns of the model. */
final class CsvPrinting {
    private CsvPrinting() {}

    static String components(NetworkFacts facts) {
        CsvColumns columns = new CsvColumns(FactModel.core());
        List<CsvColumns.Column> all = new ArrayList<>(columns.core().values());
        for (String name : List.of("flag", "texts", "whole", "text")) {
            all.add(columns.find("facts.x-regime." + name).orElseThrow());
        }
        StringBuilder out = new StringBuilder();
        out.append(all.stream().map(CsvColumns.Column::name).collect(Collectors.joining(",")));
        for (FactRecord component : facts.all(Kind.COMPONENT).values()) {
            out.append("\r\n");
            out.append(
                    all.stream().map(column -> quoted(cell(component, column))).collect(Collectors.joining(",")));
        }
        return out.append("\r\n").toString();
    }

    private static String quoted(String cell) {
        return cell.isEmpty() ? "" : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String cell(FactRecord component, CsvColumns.Column column) {
        return value(component, column.path())
                .map(value -> print(value, column))
                .orElse("");
    }

    private static Optional<Object> value(FactRecord component, List<String> path) {
        if (path.get(0).equals("facts")) {
            return Optional.ofNullable(component.factsOf(path.get(1)).get(path.get(2)));
        }
        return path.size() == 1
                ? component.get(path.get(0))
                : component.nested(path.get(0)).flatMap(record -> record.get(path.get(1)));
    }

    private static String print(Object value, CsvColumns.Column column) {
        if (value instanceof List<?> list) {
            boolean plain = column.type() instanceof FactType.ListOf type
                    && !(type.element() instanceof FactType.Nested)
                    && !list.isEmpty()
                    && list.stream().noneMatch(element -> element.toString().matches("(?s).*[;\\[].*|\\s.*|.*\\s"));
            return plain
                    ? list.stream().map(Object::toString).collect(Collectors.joining(" ; "))
                    : CanonicalJson.text(value);
        }
        String text = CanonicalJson.text(value);
        boolean quoted = text.startsWith("\"");
        return quoted ? (value instanceof String plain ? plain : text.substring(1, text.length() - 1)) : text;
    }
}
