package org.assay.cli.view;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Lines of UTF-8 on their way to a terminal: what a terminal would obey becomes U+FFFD, as in {@link Terminal#safe}. Not
 * thread-safe.
 */
public final class SafeBytes extends FilterOutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** Writes to a stream that a terminal shows. */
    public SafeBytes(OutputStream terminal) {
        super(terminal);
    }

    @Override
    public void write(int octet) throws IOException {
        if (octet == '\n') {
            write();
            out.write('\n');
        } else {
            line.write(octet);
        }
    }

    @Override
    public void flush() throws IOException {
        write();
        out.flush();
    }

    private void write() throws IOException {
        String text = line.toString(StandardCharsets.UTF_8);
        String shown = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        out.write(Terminal.safe(shown.replace('\t', ' ')).getBytes(StandardCharsets.UTF_8));
        line.reset();
    }
}
