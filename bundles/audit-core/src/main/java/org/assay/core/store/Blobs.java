package org.assay.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Immutable bytes, named by their SHA-256. Thread-safe. */
public interface Blobs {

    /** Writes bytes. */
    @FunctionalInterface
    interface Writer {
        /** Writes all bytes; the stream is closed by the caller. */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Keeps bytes for good before it returns.
     *
     * @return {@code sha256:} and 64 hex digits
     * @throws StoreException if they cannot be kept; nothing is then
     */
    String put(Writer writer);

    /**
     * Keeps bytes that are only ever read from their beginning to their end, in as little room as it can, for good before it
     * returns. {@link #parts} may refuse them.
     *
     * @return {@code sha256:} and 64 hex digits, of the bytes as they are written
     * @throws StoreException if they cannot be kept; nothing is then
     */
    default String putWhole(Writer writer) {
        return put(writer);
    }

    /** Keeps bytes for good before it returns. */
    default String put(byte[] bytes) {
        return put(out -> out.write(bytes));
    }

    /** Whether there are bytes of that digest. */
    boolean has(String digest);

    /**
     * Opens the bytes of that digest. Reading to the end throws an {@link IOException} if they are not what they were.
     *
     * @throws StoreException if there are none
     */
    InputStream open(String digest);

    /**
     * Reads the bytes of that digest.
     *
     * @throws StoreException if there are none, or they are not what they were
     */
    default byte[] read(String digest) {
        try (InputStream in = open(digest)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new StoreException("the blob " + digest + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The bytes of a blob, read where they are needed. Thread-safe; may be asked at any time, and need not be closed. */
    interface Parts {
        /** How many there are. */
        long size();

        /**
         * Some of them.
         *
         * @return exactly {@code length} bytes from {@code offset} on, for the caller alone
         * @throws IllegalArgumentException if there are not so many
         * @throws StoreException if they cannot be read
         */
        ByteBuffer read(long offset, int length);
    }

    /**
     * The bytes of that digest, to be read where they are needed. What is read is not held against the digest, which is that of
     * all bytes: whoever reads parts checks them by what they say of themselves.
     *
     * @throws StoreException if there are none
     */
    Parts parts(String digest);
}
