package org.assay.store.internal.sql;

import java.util.List;

/** Where blobs are, as a transaction asks for them: in its database, or beside it. Thread-safe. */
interface BlobPlace {

    /** The digests of all, each once, in order. */
    List<String> digests(Sql sql);

    /** Whether there is one. */
    boolean has(Sql sql, String digest);

    /** Deletes one; false if it is wanted for a back-up that is being written. */
    boolean delete(Sql sql, String digest);
}
