package org.assay.engine.facts;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One immutable record of facts, typed by a {@link RecordType}. What is absent is missing; there is no null.
 *
 * @param type the fields it may have
 * @param values what is known, by field name, sorted
 * @param regimeFacts what packs declared for it, by regime id and then by fact name, sorted. In a snapshot these are plain
 *     values as they were read (Boolean, Long, String, List, Map), because a snapshot must not depend on the packs that
 *     were there when it was read; {@link FactModel#fit} types them for an audit
 */
public record FactRecord(RecordType type, Map<String, Object> values, Map<String, Map<String, Object>> regimeFacts) {
    public FactRecord {
        // Two arrays instead of a tree: there are hundreds of thousands of these
        values = ImmutableSortedMap.copyOf(values);
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

    /**
     * Whether a date that is absent has not happened, as against being missing.
     *
     * @param field a field of type date or event
     */
    public boolean isUnhappened(String field) {
        FieldDef def = type.field(field).orElse(null);
        if (def == null || values.containsKey(field) || !(def.type() instanceof FactType.Date date)) {
            return false;
        }
        FieldDef.Unhappened rule = def.unhappened();
        if (rule == null) {
            return date.event();
        }
        return text(rule.field()).map(rule.values()::contains).orElse(false) != rule.negated();
    }

    /** As the record's own, but side by side in the common order: equal small records are looked for all the time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof FactRecord record
                        && type.equals(record.type)
                        && sameValues(record.values)
                        && regimeFacts.equals(record.regimeFacts);
    }

    private boolean sameValues(Map<String, Object> others) {
        if (values.size() != others.size()) {
            return false;
        }
        Iterator<Map.Entry<String, Object>> theirs = others.entrySet().iterator();
        for (Map.Entry<String, Object> own : values.entrySet()) {
            if (!own.equals(theirs.next())) {
                return false;
            }
        }
        return true;
    }

    /** Depends on which value belongs to which field: that of a map hardly does where values are small numbers. */
    @Override
    public int hashCode() {
        int hash = regimeFacts.hashCode();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            hash = (hash * 31 + value.getKey().hashCode()) * 31
                    + value.getValue().hashCode();
        }
        return hash;
    }

    private static Map<String, Map<String, Object>> copy(Map<String, Map<String, Object>> facts) {
        boolean immutable = facts instanceof ImmutableSortedMap
                && facts.values().stream().allMatch(some -> some instanceof ImmutableSortedMap);
        if (facts.isEmpty() || immutable) {
            return facts.isEmpty() ? Map.of() : facts;
        }
        ImmutableSortedMap.Builder<String, Map<String, Object>> copy = ImmutableSortedMap.naturalOrder();
        facts.forEach((regime, values) -> copy.put(regime, ImmutableSortedMap.copyOf(values)));
        return copy.build();
    }
}
