package org.assay.engine.facts;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All facts of one snapshot, immutable.
 *
 * @param records by kind and then by id, sorted
 * @param notDelivered the kinds of evidence, and the words {@code order}, {@code contract}, {@code dependant}, {@code
 *     partner} and {@code replacement}, of which nothing was delivered, so that absence says nothing; a section left out of the document is here too ({@code evidence} for
 *     every kind of evidence)
 */
public record NetworkFacts(Map<Kind, SortedMap<String, FactRecord>> records, SortedSet<String> notDelivered) {
    /** The words of sections other than evidence whose absence says nothing. */
    private static final Set<String> SECTIONS = Set.of("order", "contract", "dependant", "partner", "replacement");

    public NetworkFacts {
        Map<Kind, SortedMap<String, FactRecord>> copy = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            copy.put(
                    kind,
                    table(records.getOrDefault(kind, Collections.emptySortedMap()))
                            .asMap());
        }
        records = Collections.unmodifiableMap(copy);
        notDelivered = Collections.unmodifiableSortedSet(new TreeSet<>(notDelivered));
    }

    private static FactTable table(SortedMap<String, FactRecord> records) {
        return records instanceof FactMap map && map.isWhole() ? map.table() : new RecordTable(records);
    }

    /** All records of a kind as a table, whose columns need no object for a record. */
    public FactTable table(Kind kind) {
        return table(all(kind));
    }

    /** All records of a kind, by id. */
    public SortedMap<String, FactRecord> all(Kind kind) {
        return records.getOrDefault(kind, Collections.emptySortedMap());
    }

    /** One record, if it is there. */
    public Optional<FactRecord> find(Kind kind, String id) {
        return Optional.ofNullable(all(kind).get(id));
    }

    /**
     * The one record of a kind of which there is one.
     *
     * @throws IllegalStateException if there is none
     */
    public FactRecord the(Kind kind) {
        Collection<FactRecord> some = all(kind).values();
        if (some.size() != 1) {
            throw new IllegalStateException("a network has one " + kind.word() + ", this has " + some.size());
        }
        return some.iterator().next();
    }

    /** Whether nothing was delivered of a kind of evidence, or of a section such as {@code order}. */
    public boolean isNotDelivered(String word) {
        boolean section = SECTIONS.contains(word);
        return notDelivered.contains(word) || (!section && notDelivered.contains("evidence"));
    }

    /** How many records there are. */
    public int size() {
        return records.values().stream().mapToInt(Map::size).sum();
    }
}
