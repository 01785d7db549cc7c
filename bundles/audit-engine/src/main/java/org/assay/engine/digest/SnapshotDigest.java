package org.assay.engine.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assay.engine.facts.FactRecord;
import org.assay.engine.facts.Kind;
import org.assay.engine.facts.NetworkFacts;

/**
 * Pins the facts of a network: the root of the Merkle tree over their canonical lines. The lines are those of the canonical
 * NDJSON document: first the header with the format and what was not delivered, then {@code {"<kind>":{…}}} for each
 * record, by the word of its kind and then by id. Stateless; needs 32 bytes a record.
 */
public final class SnapshotDigest {
    /** The format of a network document. */
    public static final String FORMAT = "assay.network/1";

    private SnapshotDigest() {}

    /** The digest, {@code sha256:} and 64 lower-case hex digits. */
    public static String of(NetworkFacts facts) {
        return Sha256.print(tree(facts).root());
    }

    /** The tree whose root is the digest, for proofs that a record belongs to a snapshot. */
    public static MerkleTree tree(NetworkFacts facts) {
        List<byte[]> leaves = new ArrayList<>(facts.size() + 1);
        forEachLine(facts, line -> leaves.add(MerkleTree.leaf(CanonicalJson.bytes(line))));
        return MerkleTree.of(leaves);
    }

    /** Each line as a value to be written by {@link CanonicalJson}, in order. */
    public static void forEachLine(NetworkFacts facts, Consumer<Map<String, Object>> line) {
        line.accept(Map.of("format", FORMAT, "notDelivered", List.copyOf(facts.notDelivered())));
        Stream.of(Kind.values()).sorted(Comparator.comparing(Kind::word)).forEach(kind -> {
            for (FactRecord record : facts.all(kind).values()) {
                line.accept(Map.of(kind.word(), record));
            }
        });
    }
}
