package org.assay.engine.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What writer and verifier of an export must do alike. */
final class Digests {
    static final String SIGNATURE = "Ed25519";

    /** So that a signature of an export can be taken for no other. */
    private static final byte[] PURPOSE = "assay export seal v1\n".getBytes(StandardCharsets.UTF_8);

    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The bytes that a seal signs. */
    static byte[] sealed(byte[] digest) {
        return ByteBuffer.allocate(PURPOSE.length + digest.length)
                .put(PURPOSE)
                .put(digest)
                .array();
    }
}
