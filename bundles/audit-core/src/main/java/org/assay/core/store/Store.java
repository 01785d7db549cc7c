package org.assay.core.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;

/** Durable state. Thread-safe. What a call has returned from survives the end of the process. */
public interface Store {

    /**
     * Reads in one transaction.
     *
     * @throws StoreException if the store cannot be reached
     */
    <T> T read(Function<Transaction, T> work);

    /**
     * Changes rows in one transaction: all of it or nothing. The work may be run again from its start where another
     * transaction was in its way, so it must change nothing but rows; what it throws undoes it and is passed on.
     *
     * @throws StoreException if the store cannot be reached
     */
    <T> T write(Function<Transaction, T> work);

    /**
     * Writes all rows but tokens and secrets, as they are at one moment, and all blobs to a zip file; work goes on meanwhile.
     *
     * @throws StoreException if the store cannot be read
     */
    void backup(OutputStream out) throws IOException;

    /** The blobs; a row must cite one only after it was put. */
    Blobs blobs();
}
