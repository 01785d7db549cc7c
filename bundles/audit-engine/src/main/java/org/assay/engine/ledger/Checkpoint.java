package org.assay.engine.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.engine.digest.Sha256;
import org.assay.engine.dsse.Keys;

/**
 * What a ledger was at a moment: so many entries with that root. Signed it is a note in the form of C2SP's tlog-checkpoint and
 * signed-note (Ed25519), which tools for transparency logs read too.
 *
 * @param origin the name of the ledger, never reused
 * @param size how many entries
 * @param root the root of the tree over their leaves
 */
public record Checkpoint(String origin, long size, byte[] root) {
    private static final byte ED25519_NOTE = 1;
    private static final int ID_LENGTH = 4;
    private static final int RAW_KEY = 32;
    private static final int HASH = 32;
    private static final String DASH = "\u2014 ";
    private static final Pattern NOTE =
            Pattern.compile("(([^\\s+]{1,200})\n(0|[1-9][0-9]{0,17})\n([A-Za-z0-9+/=]{44})\n)\n\u2014 (\\S+) (\\S+)\n");

    public Checkpoint {
        root = root.clone();
    }

    @Override
    public byte[] root() {
        return root.clone();
    }

    /** What is signed. */
    private String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    private byte[] signed() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** The signed note. */
    public String sign(KeyPair key) {
        byte[] signature = Keys.sign(key.getPrivate(), signed());
        byte[] named = ByteBuffer.allocate(ID_LENGTH + signature.length)
                .put(keyHash(origin, key.getPublic()))
                .put(signature)
                .array();
        return text() + "\n" + DASH + origin + " " + Base64.getEncoder().encodeToString(named) + "\n";
    }

    /** The first four bytes of SHA-256 over name, algorithm and key, as signed-note wants them. */
    private static byte[] keyHash(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        MessageDigest sha = Sha256.digest();
        sha.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        sha.update(ED25519_NOTE);
        sha.update(encoded, encoded.length - RAW_KEY, RAW_KEY);
        return Arrays.copyOf(sha.digest(), ID_LENGTH);
    }

    /**
     * Reads a signed note.
     *
     * @return the checkpoint; empty if the note is none, is not signed by the key, or is written in any other way than
     *     {@link #sign} writes it
     */
    public static Optional<Checkpoint> open(String note, PublicKey key) {
        Matcher matcher = NOTE.matcher(note);
        if (!matcher.matches() || !matcher.group(5).equals(matcher.group(2))) {
            return Optional.empty();
        }
        Optional<byte[]> root = decode(matcher.group(4));
        Optional<byte[]> named = decode(matcher.group(6));
        if (root.isEmpty() || root.get().length != HASH || named.isEmpty()) {
            return Optional.empty();
        }
        Checkpoint found = new Checkpoint(matcher.group(2), Long.parseLong(matcher.group(3)), root.get());
        return fits(found, named.get(), key) ? Optional.of(found) : Optional.empty();
    }

    /** Base64 as it is written here: one text for some bytes, none other. */
    private static Optional<byte[]> decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(Checkpoint found, byte[] named, PublicKey key) {
        byte[] hash = keyHash(found.origin(), key);
        boolean ours = named.length > ID_LENGTH && Arrays.equals(Arrays.copyOf(named, ID_LENGTH), hash);
        return ours && Keys.fits(key, found.signed(), Arrays.copyOfRange(named, ID_LENGTH, named.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that
                && origin.equals(that.origin)
                && size == that.size
                && Arrays.equals(root, that.root);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(root) + Long.hashCode(size);
    }

    @Override
    public String toString() {
        return text();
    }
}
