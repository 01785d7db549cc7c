package org.assay.api;

/**
 * What a verdict speaks of.
 *
 * @param kind {@code component}, {@code supplier}, {@code site}, {@code contract}, {@code operator}, {@code network} or
 *     {@code evidence.<kind>}
 * @param id its id in the network's facts
 */
public record Subject(String kind, String id) implements Comparable<Subject> {

    @Override
    public int compareTo(Subject other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : id.compareTo(other.id);
    }

    /** {@code kind/id}. */
    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
