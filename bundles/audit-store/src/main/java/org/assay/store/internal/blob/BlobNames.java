package org.assay.store.internal.blob;

import java.util.List;

/** Tells which blobs there are. Thread-safe. */
@FunctionalInterface
public interface BlobNames {

    /** The digests of all blobs, each once, in order; one that is put meanwhile may be missing. */
    List<String> digests();
}
