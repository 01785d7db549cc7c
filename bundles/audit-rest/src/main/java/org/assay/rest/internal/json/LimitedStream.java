package org.assay.rest.internal.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.assay.rest.internal.problem.ApiException;
import org.assay.rest.internal.problem.BodyLimit;

/**
 * A body that ends in a problem where it grows over its limit. The problem is no {@link IOException}, so that no reader
 * in between takes it for a broken connection or for bad syntax.
 */
public final class LimitedStream extends FilterInputStream {
    private final BodyLimit limit;
    private long read;

    /**
     * Limits a body.
     *
     * @param body read, never closed by this
     */
    public LimitedStream(InputStream body, BodyLimit limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int count = super.read(target, from, length);
        count(Math.max(count, 0));
        return count;
    }

    @Override
    public long skip(long length) throws IOException {
        long count = super.skip(length);
        count(count);
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // The container owns the body.
    }

    private void count(long bytes) {
        read += bytes;
        if (read > limit.bytes()) {
            throw ApiException.tooLarge(limit);
        }
    }
}
