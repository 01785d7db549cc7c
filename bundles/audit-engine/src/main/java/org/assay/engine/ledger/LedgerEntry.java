package org.assay.engine.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.assay.engine.digest.CanonicalJson;
import org.assay.engine.digest.MerkleTree;

/**
 * One entry of the ledger.
 *
 * @param number its place, from 0
 * @param body RFC 8785 JSON with {@code number}, {@code kind}, {@code at} (UTC), {@code who} and {@code what}
 */
public record LedgerEntry(long number, String body) {

    /**
     * Writes an entry.
     *
     * @param what digests, names and days of what happened: texts, whole numbers, booleans, days, and maps and lists of them
     */
    public static LedgerEntry of(long number, String kind, Instant at, String who, Map<String, Object> what) {
        return new LedgerEntry(
                number,
                CanonicalJson.text(
                        Map.of("number", number, "kind", kind, "at", at.toString(), "who", who, "what", what)));
    }

    /** The hash by which the entry stands in the tree of RFC 9162. */
    public byte[] leaf() {
        return MerkleTree.leaf(body.getBytes(StandardCharsets.UTF_8));
    }

    /** The leaf as hex digits. */
    public String leafHex() {
        return HexFormat.of().formatHex(leaf());
    }
}
