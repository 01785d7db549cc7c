package org.assay.engine.facts;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One immutable record of facts, typed by a {@link RecordType}. What is absent is missing; there is no null.
 *
 * @param type the fields it may have
 * @param values what is known, by field name, sorted
 * @param regimeFacts what packs declared for it, by regime id and then by fact name, sorted; kept as it was read where
 *     the regime's pack is not at hand
 */
public record FactRecord(RecordType type, Map<String, Object> values, Map<String, Map<String, Object>> regimeFacts) {
    public FactRecord {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        regimeFacts = copy(regimeFacts);
    }

    /** A record without facts that packs declared. */
    public FactRecord(RecordType type, Map<String, Object> values) {
        this(type, values, Map.of());
    }

    /** The value of a field, empty where it is missing. */
    public Optional<Object> get(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /**
     * The text of a field (text, enum, id or reference), empty where it is missing.
     *
     * @throws ClassCastException if the field is of another type
     */
    public Optional<String> text(String field) {
        return get(field).map(String.class::cast);
    }

    /** The nested record of a field, empty where it is missing. */
    public Optional<FactRecord> nested(String field) {
        return get(field).map(FactRecord.class::cast);
    }

    /** The elements of a list field; empty where it is missing as well as where it is a known "none". */
    public List<?> list(String field) {
        return get(field).map(value -> (List<?>) value).orElse(List.of());
    }

    /** The facts that one regime's pack declared for this record. */
    public Map<String, Object> factsOf(String regime) {
        return regimeFacts.getOrDefault(regime, Map.of());
    }

    private static Map<String, Map<String, Object>> copy(Map<String, Map<String, Object>> facts) {
        Map<String, Map<String, Object>> copy = new TreeMap<>();
        facts.forEach((regime, values) -> copy.put(regime, Collections.unmodifiableMap(new TreeMap<>(values))));
        return Collections.unmodifiableMap(copy);
    }
}
