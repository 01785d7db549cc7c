package org.assay.engine.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FieldDef;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.RecordType;
import org.jspecify.annotations.Nullable;

/** The columns that a CSV document of components may have, made from the model. Immutable. */
final class CsvColumns {
    private static final Pattern FACT = Pattern.compile("facts\\.([a-z][a-z0-9-]{1,62})\\.([A-Za-z0-9][A-Za-z0-9_-]*)");

    private final FactModel model;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    CsvColumns(FactModel model) {
        this.model = model;
        RecordType component = model.type(Kind.COMPONENT);
        for (FieldDef field : component.fields().values()) {
            if (field.type() instanceof FactType.Nested nested) {
                nested.type()
                        .fields()
                        .values()
                        .forEach(inner -> put(
                                List.of(field.name(), inner.name()),
                                inner.type(),
                                field.required() && inner.required()));
            } else {
                put(List.of(field.name()), field.type(), field.required());
            }
        }
    }

    /**
     * One column.
     *
     * @param path the steps to the field in a JSON document
     * @param type its type; null where no pack that declares it is at hand
     */
    record Column(List<String> path, @Nullable FactType type, boolean required) {
        String name() {
            return String.join(".", path);
        }
    }

    private void put(List<String> path, FactType type, boolean required) {
        Column column = new Column(path, type, required);
        columns.put(column.name(), column);
    }

    /** The columns of the core model, by name, in its order. */
    Map<String, Column> core() {
        return columns;
    }

    /** The column of a name: one of the core model, or {@code facts.<regime>.<name>}. */
    Optional<Column> find(String name) {
        Matcher fact = FACT.matcher(name);
        if (!fact.matches()) {
            return Optional.ofNullable(columns.get(name));
        }
        List<String> path = List.of("facts", fact.group(1), fact.group(2));
        if (!model.regimes().contains(fact.group(1))) {
            return Optional.of(new Column(path, null, false));
        }
        return model.declared(fact.group(1), Kind.COMPONENT.word())
                .field(fact.group(2))
                .map(field -> new Column(path, field.type(), false));
    }
}
