package org.assay.engine.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into chunks of whole lines. Of a line that is longer than the limit only so much is kept that it can be seen
 * to be too long. For one thread.
 */
final class Chunks {
    /** No more than a collector takes for a usual object, and than a processor's own memory holds. */
    static final int SIZE = 1 << 18;

    private final InputStream in;
    private final int limit;
    private final int usual;
    private byte[] rest = {};
    private boolean ended;

    /**
     * The chunks of a stream.
     *
     * @param limit how long a line may be
     * @param usual how large a chunk is that has no long line
     */
    Chunks(InputStream in, int limit, int usual) {
        this.in = in;
        this.usual = usual;
        this.limit = Math.min(limit, Integer.MAX_VALUE - SIZE - Integer.BYTES);
    }

    /** The next lines; null after the last. */
    @Nullable
    Chunk next() throws IOException {
        byte[] bytes = Arrays.copyOf(rest, Math.max(usual, 2 * rest.length));
        int size = rest.length;
        rest = new byte[0];
        int end = lineEnd(bytes, 0, size);
        while (end == 0 && !ended) {
            if (size > limit) {
                bytes = Arrays.copyOf(bytes, limit + 2);
                size = skip(bytes, limit + 1);
                break;
            }
            bytes = size < bytes.length ? bytes : Arrays.copyOf(bytes, (int) Math.min(2L * size, (long) limit + SIZE));
            int read = in.readNBytes(bytes, size, bytes.length - size);
            ended = read < bytes.length - size;
            end = lineEnd(bytes, size, size + read);
            size += read;
        }
        if (end > 0 && end < size) {
            rest = Arrays.copyOfRange(bytes, end, size);
            size = end;
        }
        return size == 0 ? null : Chunk.of(bytes, size);
    }

    /** Whether the stream has no more than what was given. */
    boolean isEnded() {
        return ended && rest.length == 0;
    }

    /** Where the last whole line ends; 0 if none does. */
    private static int lineEnd(byte[] bytes, int from, int to) {
        int at = to;
        while (at > from && bytes[at - 1] != '\n') {
            at--;
        }
        return at == from ? 0 : at;
    }

    /** Passes over the rest of a line that is too long; what follows it in the chunk is kept. */
    private int skip(byte[] bytes, int kept) throws IOException {
        byte[] passed = new byte[SIZE];
        while (true) {
            int read = in.readNBytes(passed, 0, passed.length);
            int line = 0;
            while (line < read && passed[line] != '\n') {
                line++;
            }
            if (line < read || read == 0) {
                ended = read == 0;
                rest = Arrays.copyOfRange(passed, Math.min(line + 1, read), read);
                bytes[kept] = '\n';
                return kept + 1;
            }
        }
    }
}
