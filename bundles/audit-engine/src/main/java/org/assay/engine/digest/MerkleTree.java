package org.assay.engine.digest;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * The tree of hashes of RFC 9162, section 2.1, with SHA-256. Immutable; holds 32 bytes a leaf. A proof costs one pass over
 * the leaves that it does not name.
 */
public final class MerkleTree {
    /** What the bytes of a leaf begin with when it is hashed. */
    static final byte LEAF = 0;

    private final List<byte[]> leaves;

    private MerkleTree(List<byte[]> leaves) {
        this.leaves = leaves;
    }

    /** A tree over leaf hashes, each made by {@link #leaf}. */
    public static MerkleTree of(List<byte[]> leafHashes) {
        return new MerkleTree(leafHashes.stream().map(byte[]::clone).toList());
    }

    /** The hash of a leaf. */
    public static byte[] leaf(byte[] content) {
        MessageDigest digest = Sha256.digest();
        digest.update(LEAF);
        return digest.digest(content);
    }

    /** How many leaves there are. */
    public int size() {
        return leaves.size();
    }

    /** The root; that of no leaves is the hash of nothing. */
    public byte[] root() {
        return leaves.isEmpty() ? Sha256.of(new byte[0]) : root(0, leaves.size());
    }

    /**
     * Proof that a leaf is in the tree: the hashes beside its path, from the leaf up.
     *
     * @throws IndexOutOfBoundsException if there is no such leaf
     */
    public List<byte[]> inclusionProof(int index) {
        Objects.checkIndex(index, leaves.size());
        List<byte[]> proof = new ArrayList<>();
        path(index, 0, leaves.size(), proof);
        return List.copyOf(proof);
    }

    /**
     * Proof that the tree of the first leaves grew into this one.
     *
     * @param first how many leaves there were, at least 1
     * @throws IndexOutOfBoundsException if there are fewer now
     */
    public List<byte[]> consistencyProof(int first) {
        Objects.checkIndex(first - 1, leaves.size());
        List<byte[]> proof = new ArrayList<>();
        subproof(first, 0, leaves.size(), true, proof);
        return List.copyOf(proof);
    }

    /** Whether a proof shows that a leaf hash stands at a place in the tree of some size and root. */
    public static boolean verifyInclusion(byte[] leafHash, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = node(sibling, hash);
                int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                hash = node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether a proof shows that a tree of some size and root grew into another. */
    public static boolean verifyConsistency(
            long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> proof) {
        if (first < 1 || first > second) {
            return false;
        }
        if (first == second) {
            return proof.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        }
        Iterator<byte[]> hashes = proof.iterator();
        boolean whole = Long.bitCount(first) == 1;
        if (!whole && !hashes.hasNext()) {
            return false;
        }
        byte[] start = whole ? firstRoot : hashes.next();
        return grew(first - 1, second - 1, start, hashes, firstRoot, secondRoot);
    }

    private static boolean grew(
            long first, long second, byte[] start, Iterator<byte[]> hashes, byte[] firstRoot, byte[] secondRoot) {
        int up = Long.numberOfTrailingZeros(~first);
        long node = first >> up;
        long last = second >> up;
        byte[] before = start;
        byte[] after = start;
        while (hashes.hasNext()) {
            byte[] hash = hashes.next();
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                before = node(hash, before);
                after = node(hash, after);
                int more = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= more;
                last >>= more;
            } else {
                after = node(after, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(before, firstRoot) && Arrays.equals(after, secondRoot);
    }

    private byte[] root(int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int middle = from + split(to - from);
        return node(root(from, middle), root(middle, to));
    }

    private void path(int index, int from, int to, List<byte[]> proof) {
        if (to - from == 1) {
            return;
        }
        int middle = from + split(to - from);
        if (index < middle) {
            path(index, from, middle, proof);
            proof.add(root(middle, to));
        } else {
            path(index, middle, to, proof);
            proof.add(root(from, middle));
        }
    }

    private void subproof(int first, int from, int to, boolean known, List<byte[]> proof) {
        int size = to - from;
        if (first == size) {
            if (!known) {
                proof.add(root(from, to));
            }
            return;
        }
        int split = split(size);
        if (first <= split) {
            subproof(first, from, from + split, known, proof);
            proof.add(root(from + split, to));
        } else {
            subproof(first - split, from + split, to, false, proof);
            proof.add(root(from, from + split));
        }
    }

    /** The largest power of two below a size of at least 2. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }
}
