package org.assay.engine.digest;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.assay.engine.facts.NetworkFacts;

/**
 * Pins the facts of a network: the root of the Merkle tree over their canonical lines. The lines are those of the canonical
 * NDJSON document: first the header with the format and what was not delivered, then {@code {"<kind>":{…}}} for each
 * record, by the word of its kind and then by id. Stateless. The hashes of records are not kept: they are made again for
 * whoever asks for the tree, in about a second for a million records.
 */
public final class SnapshotDigest {
    /** The format of a network document. */
    public static final String FORMAT = "assay.network/1";

    private static final int LINE = 4_096;

    private SnapshotDigest() {}

    /** The digest, {@code sha256:} and 64 lower-case hex digits. Works in as many threads as there are processors. */
    public static String of(NetworkFacts facts) {
        CanonicalLines lines = new CanonicalLines(facts);
        return Sha256.print(TreeRoot.of(lines.size(), (from, to) -> hashes(lines, from, to)));
    }

    /** The tree whose root is the digest, for proofs that a record belongs to a snapshot; 32 bytes a record. */
    public static MerkleTree tree(NetworkFacts facts) {
        CanonicalLines lines = new CanonicalLines(facts);
        return MerkleTree.of(hashes(lines, 0, lines.size()));
    }

    private static List<byte[]> hashes(CanonicalLines lines, int from, int to) {
        List<byte[]> hashes = new ArrayList<>(to - from);
        MessageDigest digest = Sha256.digest();
        ByteBuffer line = ByteBuffer.allocate(LINE);
        for (int i = from; i < to; i++) {
            line = lines.append(i, line.clear().put(MerkleTree.LEAF));
            digest.update(line.array(), 0, line.position());
            hashes.add(digest.digest());
        }
        return hashes;
    }
}
