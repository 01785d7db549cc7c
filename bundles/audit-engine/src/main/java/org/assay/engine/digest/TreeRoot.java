package org.assay.engine.digest;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The root of a tree of hashes over leaves that are made in blocks and not kept: only the roots of blocks are. Blocks are
 * made in as many threads as the machine has processors. Stateless.
 */
final class TreeRoot {
    /** A power of two, so that the tree over the roots of blocks is the tree over the leaves. */
    private static final int BLOCK = 1 << 12;

    private TreeRoot() {}

    /** Makes the hashes of leaves that stand side by side; called by many threads. */
    interface Leaves {
        List<byte[]> hashes(int from, int to);
    }

    static byte[] of(int size, Leaves leaves) {
        int blocks = Math.floorDiv(size + BLOCK - 1, BLOCK);
        return MerkleTree.of(IntStream.range(0, blocks)
                        .parallel()
                        .mapToObj(block ->
                                MerkleTree.of(block(block, size, leaves)).root())
                        .toList())
                .root();
    }

    private static List<byte[]> block(int block, int size, Leaves leaves) {
        int from = block * BLOCK;
        return leaves.hashes(from, Math.min(size, from + BLOCK));
    }
}
