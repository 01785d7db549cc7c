package org.assay.store.internal.blob;

/** Which rows name blobs. A table that comes to name one is added here. */
public final class NamedBlobs {
    /** Each {@code blob} that is named, with {@code whose} it is, for people; one that several name is there several times. */
    public static final String ROWS =
            "select facts as blob, network || ', a snapshot' as whose from snapshot where removed_at is null"
                    + " union select facts, id from audit where removed_at is null"
                    + " union select matrix, audit from audit_part where matrix is not null"
                    + " union select digest, regime || ' ' || version from pack"
                    + " union select envelope, regime || ' ' || version from pack";

    private NamedBlobs() {}
}
