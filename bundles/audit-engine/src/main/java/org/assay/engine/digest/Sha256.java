package org.assay.engine.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, and the one way in which this product writes it: {@code sha256:} and 64 lower-case hex digits. Stateless. */
public final class Sha256 {
    private static final String PREFIX = "sha256:";

    private Sha256() {}

    /** A new digest of this kind, for one thread. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The hash of some bytes. */
    public static byte[] of(byte[] bytes) {
        return digest().digest(bytes);
    }

    /** The hash of some bytes as text. */
    public static String textOf(byte[] bytes) {
        return print(of(bytes));
    }

    /** A hash as text. */
    public static String print(byte[] hash) {
        return PREFIX + HexFormat.of().formatHex(hash);
    }

    /**
     * A hash from its text.
     *
     * @throws IllegalArgumentException if it is not {@code sha256:} and 64 lower-case hex digits
     */
    public static byte[] parse(String text) {
        if (!text.matches("sha256:[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a SHA-256 is written 'sha256:' and 64 lower-case hex digits");
        }
        return HexFormat.of().parseHex(text.substring(PREFIX.length()));
    }
}
