package org.assay.engine.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops a CSV parser that would gather an endless record in memory, such as one after an open quotation mark. */
final class RecordGuard extends FilterReader {
    /** The parser reads this far ahead. */
    private static final int AHEAD = 16 << 10;

    private final int limit;
    private long taken;

    RecordGuard(Reader in, int limit) {
        super(in);
        this.limit = limit;
    }

    /** A record is longer than allowed. */
    static final class TooLong extends IOException {
        TooLong(int limit) {
            super("a record of more than " + limit + " characters");
        }
    }

    void recordBegins() {
        taken = 0;
    }

    @Override
    public int read() throws IOException {
        int sign = super.read();
        count(sign < 0 ? 0 : 1);
        return sign;
    }

    @Override
    public int read(char[] signs, int offset, int length) throws IOException {
        int read = super.read(signs, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int signs) throws IOException {
        taken += signs;
        if (taken > (long) limit + AHEAD) {
            throw new TooLong(limit);
        }
    }
}
