package org.assay.store.internal.blob;

/** Which rows name blobs. A table that comes to name one is added here. */
public final class NamedBlobs {
    /** Each {@code blob} that is named, with {@code whose} it is, for people; one that several name is there several times. */
    public static final String ROWS = rows(" where removed_at is null");

    /** The same in tables from before anything was removed. */
    public static final String ROWS_BEFORE_REMOVALS = rows("");

    private NamedBlobs() {}

    private static String rows(String left) {
        return "select facts as blob, network || ', a snapshot' as whose from snapshot" + left
                + " union select facts, id from audit" + left
                + " union select matrix, audit from audit_part where matrix is not null"
                + " union select digest, regime || ' ' || version from pack"
                + " union select envelope, regime || ' ' || version from pack";
    }
}
