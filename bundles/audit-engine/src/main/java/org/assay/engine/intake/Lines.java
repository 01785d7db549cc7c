package org.assay.engine.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines, none of which is held further than a limit. For one thread. */
final class Lines {
    private static final int CHUNK = 64 << 10;

    private final InputStream in;
    private final int limit;
    private final byte[] chunk = new byte[CHUNK];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private int at;
    private int end;
    private boolean tooLong;

    Lines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line without its end, cut at the limit; null after the last. */
    byte @Nullable [] next() throws IOException {
        line.reset();
        tooLong = false;
        boolean any = false;
        while (fill()) {
            any = true;
            int start = at;
            while (at < end && chunk[at] != '\n') {
                at++;
            }
            keep(start);
            if (at < end) {
                at++;
                return line.toByteArray();
            }
        }
        return any ? line.toByteArray() : null;
    }

    /** Whether the last line was longer than the limit. */
    boolean wasTooLong() {
        return tooLong;
    }

    private void keep(int start) {
        int room = limit - line.size();
        tooLong |= at - start > room;
        line.write(chunk, start, Math.min(at - start, room));
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(in.read(chunk), 0);
        }
        return end > 0;
    }
}
