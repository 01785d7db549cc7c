package org.assay.store.internal.blob;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A blob that, read to its end, proves to be what its name says. */
public final class CheckedBlob extends FilterInputStream {
    private static final int BUFFER = 1 << 16;

    private final MessageDigest sha;
    private final String digest;
    private boolean checked;

    /** Checks what is read from {@code file} against {@code digest}; closes it when closed. */
    public CheckedBlob(InputStream file, String digest) {
        this(file, digest, Sha256.start());
    }

    private CheckedBlob(InputStream file, String digest, MessageDigest sha) {
        super(new DigestInputStream(new BufferedInputStream(file, BUFFER), sha));
        this.digest = digest;
        this.sha = sha;
    }

    @Override
    public int read() throws IOException {
        return checkAtEnd(super.read());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return checkAtEnd(super.read(buffer, offset, length));
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, BUFFER)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int checkAtEnd(int result) throws IOException {
        if (result < 0 && !checked) {
            checked = true;
            String found = "sha256:" + HexFormat.of().formatHex(sha.digest());
            if (!found.equals(digest)) {
                throw new IOException("the blob " + digest + " is damaged: its bytes are " + found);
            }
        }
        return result;
    }
}
