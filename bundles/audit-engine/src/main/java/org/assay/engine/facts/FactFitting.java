package org.assay.engine.facts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Types what packs declare, leaving out what does not fit. */
final class FactFitting {
    private final FactModel model;

    FactFitting(FactModel model) {
        this.model = model;
    }

    NetworkFacts fit(NetworkFacts facts) {
        Map<Kind, SortedMap<String, FactRecord>> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            all.put(kind, kind == Kind.EVIDENCE ? evidence(facts) : others(kind, facts));
        }
        return new NetworkFacts(all, facts.notDelivered());
    }

    FactRecord fit(Kind kind, FactRecord record) {
        return record.regimeFacts().isEmpty()
                ? record
                : new FactRecord(
                        record.type(), record.values(), typed(FactModel.on(kind, record), record.regimeFacts()));
    }

    private SortedMap<String, FactRecord> others(Kind kind, NetworkFacts facts) {
        return facts.table(kind).withFacts(some -> typed(kind.word(), some)).asMap();
    }

    /** What is declared differs by the kind of evidence. */
    private SortedMap<String, FactRecord> evidence(NetworkFacts facts) {
        SortedMap<String, FactRecord> fitted = new TreeMap<>();
        facts.all(Kind.EVIDENCE).forEach((id, record) -> {
            String on = FactModel.on(Kind.EVIDENCE, record);
            fitted.put(id, new FactRecord(record.type(), record.values(), typed(on, record.regimeFacts())));
        });
        return fitted;
    }

    private Map<String, Map<String, Object>> typed(String on, Map<String, Map<String, Object>> facts) {
        Map<String, Map<String, Object>> typed = new TreeMap<>();
        for (String regime : model.regimes()) {
            Map<String, Object> values = fields(model.declared(regime, on), facts.getOrDefault(regime, Map.of()));
            if (!values.isEmpty()) {
                typed.put(regime, values);
            }
        }
        return typed;
    }

    private static Map<String, Object> fields(RecordType type, Map<?, ?> plain) {
        Map<String, Object> values = new TreeMap<>();
        for (FieldDef field : type.fields().values()) {
            Object value = plain.get(field.name());
            if (value != null) {
                value(field, field.type(), value).ifPresent(typed -> values.put(field.name(), typed));
            }
        }
        return values;
    }

    private static Optional<Object> value(FieldDef field, FactType type, Object plain) {
        if (type instanceof FactType.ListOf list) {
            return plain instanceof List<?> elements ? list(field, list, elements) : Optional.empty();
        } else if (type instanceof FactType.Nested nested) {
            return nested(nested.type(), plain);
        }
        try {
            return Optional.of(FactValues.scalar(field, type, plain));
        } catch (FactValueException e) {
            return Optional.empty();
        }
    }

    /** A list is complete where it is there, so one element that does not fit takes the list with it. */
    private static Optional<Object> list(FieldDef field, FactType.ListOf type, List<?> plain) {
        List<Object> values = new ArrayList<>(plain.size());
        for (Object element : plain) {
            Optional<Object> value = value(field, type.element(), element);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(List.copyOf(values));
    }

    private static Optional<Object> nested(RecordType type, Object plain) {
        if (plain instanceof FactRecord) {
            return Optional.of(plain);
        }
        return plain instanceof Map<?, ?> map ? Optional.of(new FactRecord(type, fields(type, map))) : Optional.empty();
    }
}
