package org.assay.engine.facts;

import java.nio.ByteBuffer;

/** A table that has the canonical JSON of its records at hand. Thread-safe. */
public interface CanonicalRows {

    /**
     * Appends a record as canonical JSON.
     *
     * @param to with an array behind it; what it holds already is kept
     * @return the buffer, or a larger one with the same beginning where there was no room
     */
    ByteBuffer canonical(int row, ByteBuffer to);
}
