package org.assay.engine.export;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.assay.engine.digest.Sha256;

/** The lines of an export, with the digest of all that precede the one read last. */
final class ExportLines {
    private static final int MAX_LINE = 16 << 20;

    private final InputStream in;
    private final MessageDigest sha = Sha256.digest();
    private byte[] last = new byte[0];
    private int number;

    ExportLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next line without its end. */
    String next() throws IOException {
        byte[] line = nextBytes();
        return new String(line, 0, line.length - 1, StandardCharsets.UTF_8);
    }

    private byte[] nextBytes() throws IOException {
        sha.update(last);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read;
        do {
            read = in.read();
            if (read < 0) {
                throw new ExportException("the file ends in its line " + (number + 1) + ", before its seal");
            }
            line.write(read);
            if (line.size() > MAX_LINE) {
                throw new ExportException("line " + (number + 1) + " is longer than " + MAX_LINE + " bytes");
            }
        } while (read != '\n');
        number++;
        last = line.toByteArray();
        return last;
    }

    int number() {
        return number;
    }

    /** The digest of all lines before the one read last. */
    byte[] digestBefore() {
        return sha.digest();
    }

    void requireEnd() throws IOException {
        if (in.read() >= 0) {
            throw new ExportException("something follows the seal in line " + number);
        }
    }

    /** The lines up to one that ends them, as a stream of their own. */
    InputStream until(String end) {
        return new Section(end);
    }

    private final class Section extends InputStream {
        private final String end;
        private byte[] line = new byte[0];
        private int at;
        private boolean ended;

        Section(String end) {
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            return there() ? line[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!there()) {
                return -1;
            }
            int count = Math.min(length, line.length - at);
            System.arraycopy(line, at, buffer, offset, count);
            at += count;
            return count;
        }

        private boolean there() throws IOException {
            if (!ended && at == line.length) {
                line = nextBytes();
                at = 0;
                ended = new String(line, StandardCharsets.UTF_8).equals(end + "\n");
            }
            return !ended;
        }
    }
}
