package org.assay.store.internal.blob;

import java.util.List;
import java.util.stream.Collectors;

/** Which rows name blobs. A column that comes to name one is added here. */
public final class NamedBlobs {
    private static final String KEPT = "removed_at is null";
    private static final List<Place> PLACES = List.of(
            new Place("snapshot", "facts", "network || ', a snapshot'", KEPT),
            new Place("audit", "facts", "id", KEPT),
            new Place("audit_part", "matrix", "audit", "matrix is not null"),
            new Place("pack", "digest", "regime || ' ' || version", ""),
            new Place("pack", "envelope", "regime || ' ' || version", ""));

    /** Each {@code blob} that is named, with {@code whose} it is, for people; one that several name is there several times. */
    public static final String ROWS = rows(true);

    /** The same in tables from before anything was removed. */
    public static final String ROWS_BEFORE_REMOVALS = rows(false);

    /** How many rows name a blob, which is a parameter {@link #PARAMETERS} times. */
    public static final String COUNT =
            PLACES.stream().map(Place::count).collect(Collectors.joining(" + ", "select ", ""));

    /** How many parameters {@link #COUNT} has. */
    public static final int PARAMETERS = PLACES.size();

    private NamedBlobs() {}

    /**
     * A column that names blobs.
     *
     * @param whose for people, as SQL
     * @param when which rows do, as SQL; empty for all
     */
    private record Place(String table, String column, String whose, String when) {
        String rows(boolean removals) {
            String some = when.isEmpty() || when.equals(KEPT) && !removals ? "" : " where " + when;
            return "select " + column + " as blob, " + whose + " as whose from " + table + some;
        }

        String count() {
            String some = when.isEmpty() ? "" : " and " + when;
            return "(select count(*) from " + table + " where " + column + " = ?" + some + ")";
        }
    }

    private static String rows(boolean removals) {
        return PLACES.stream().map(place -> place.rows(removals)).collect(Collectors.joining(" union "));
    }
}
