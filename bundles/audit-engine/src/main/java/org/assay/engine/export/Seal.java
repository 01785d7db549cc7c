package org.assay.engine.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.assay.engine.dsse.Keys;

/** The signature over the digest of an export. */
final class Seal {
    /** So that a signature of an export can be taken for no other. */
    private static final byte[] PURPOSE = "assay export seal v1\n".getBytes(StandardCharsets.UTF_8);

    private Seal() {}

    static byte[] sign(PrivateKey key, byte[] digest) {
        return Keys.sign(key, text(digest));
    }

    static boolean fits(PublicKey key, byte[] digest, byte[] signature) {
        return Keys.fits(key, text(digest), signature);
    }

    private static byte[] text(byte[] digest) {
        return ByteBuffer.allocate(PURPOSE.length + digest.length)
                .put(PURPOSE)
                .put(digest)
                .array();
    }
}
