package org.assay.core.internal.ledger;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.assay.core.store.Transaction;
import org.assay.engine.digest.MerkleTree;

/**
 * The leaves of the ledger, read once: they never change. 32 bytes an entry are kept. Thread-safe.
 */
final class Leaves {
    private static final int AT_ONCE = 10_000;

    private final List<byte[]> known = new ArrayList<>();

    /** The tree over the entries that a transaction sees. */
    synchronized MerkleTree tree(Transaction tx) {
        long size = tx.ledger().size();
        while (known.size() < size) {
            List<String> more = tx.ledger().leaves(known.size(), (int) Math.min(AT_ONCE, size - known.size()));
            more.forEach(leaf -> known.add(HexFormat.of().parseHex(leaf)));
        }
        return MerkleTree.of(known.subList(0, Math.toIntExact(size)));
    }
}
