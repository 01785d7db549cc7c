package org.assay.engine.matrix;

import java.nio.ByteBuffer;

/** Stored bytes that are read where they are needed. Thread-safe; may be asked again at any time. */
public interface StoredBytes {
    /** How many there are. */
    long size();

    /**
     * Some of them.
     *
     * @return exactly {@code length} bytes from {@code offset} on, for the caller alone to read
     * @throws IllegalArgumentException if there are not so many
     */
    ByteBuffer read(long offset, int length);

    /** Bytes that are in memory; the array is not to be changed. */
    static StoredBytes of(byte[] bytes) {
        return new StoredBytes() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public ByteBuffer read(long offset, int length) {
                if (offset < 0 || length < 0 || offset > bytes.length - length) {
                    throw new IllegalArgumentException(
                            "there are " + bytes.length + " bytes, asked for " + length + " from " + offset + " on");
                }
                return ByteBuffer.wrap(bytes, (int) offset, length).slice();
            }
        };
    }
}
