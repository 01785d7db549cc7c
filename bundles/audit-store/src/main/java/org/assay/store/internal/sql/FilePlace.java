package org.assay.store.internal.sql;

import java.util.List;
import org.assay.store.internal.blob.FileBlobs;

/** Blobs beside the database. A file goes at once, whatever becomes of the transaction: no row names it. */
record FilePlace(FileBlobs blobs) implements BlobPlace {

    @Override
    public List<String> digests(Sql sql) {
        return blobs.digests();
    }

    @Override
    public boolean has(Sql sql, String digest) {
        return blobs.has(digest);
    }

    @Override
    public boolean delete(Sql sql, String digest) {
        blobs.delete(digest);
        return true;
    }
}
