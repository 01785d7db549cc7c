package org.assay.core.internal.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.assay.engine.digest.Sha256;

/** Secrets of 256 random bits, kept as SHA-256: with that much chance in them a slow hash would add nothing. Thread-safe. */
public final class Secrets {
    private static final int BYTES = 32;

    private final String prefix;
    private final SecureRandom random = new SecureRandom();

    /** Of one kind, told by a prefix. */
    public Secrets(String prefix) {
        this.prefix = prefix;
    }

    /** A new one. */
    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of one. */
    public static String hash(String secret) {
        return Sha256.textOf(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether two hashes are equal, in a time that tells nothing. */
    public static boolean same(String hash, String other) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
