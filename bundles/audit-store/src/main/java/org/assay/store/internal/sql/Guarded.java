package org.assay.store.internal.sql;

import java.util.List;

/** Blobs of which none goes while a back-up copies them, on whatever node. */
record Guarded(BlobPlace place) implements BlobPlace {

    @Override
    public List<String> digests(Sql sql) {
        return place.digests(sql);
    }

    @Override
    public boolean has(Sql sql, String digest) {
        return place.has(sql, digest);
    }

    /** A back-up that begins after this look reads its rows later still: none of them names what nothing names now. */
    @Override
    public boolean delete(Sql sql, String digest) {
        return !Copying.isAny(sql) && place.delete(sql, digest);
    }
}
