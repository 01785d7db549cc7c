package org.assay.engine.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of a document: not more than allowed, in strict UTF-8, with or without a byte order mark. */
final class LimitedInput extends FilterInputStream {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final long limit;
    private long taken;

    private LimitedInput(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    /** The document is larger than allowed. */
    static final class TooLarge extends IOException {
        TooLarge(long limit) {
            super("more than " + limit + " bytes");
        }
    }

    static Reader reader(InputStream in, long limit) throws IOException {
        PushbackInputStream start = new PushbackInputStream(new LimitedInput(in, limit), MARK.length);
        byte[] first = start.readNBytes(MARK.length);
        if (!Arrays.equals(first, MARK)) {
            start.unread(first);
        }
        return new InputStreamReader(
                start,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int bytes) throws IOException {
        taken += bytes;
        if (taken > limit) {
            throw new TooLarge(limit);
        }
    }
}
