package org.assay.engine.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    /** The hashes that every implementation of Certificate Transparency gives for no leaf and for one empty leaf. */
    @Test
    void the_roots_of_nothing_and_of_an_empty_leaf_are_known() {
        assertThat(Sha256.print(tree(0).root()))
                .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Sha256.print(
                        MerkleTree.of(List.of(MerkleTree.leaf(new byte[0]))).root()))
                .isEqualTo("sha256:6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Property
    void every_leaf_is_proved_and_no_other(
            @ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(max = 69) int some) {
        int index = some % size;
        MerkleTree tree = tree(size);
        List<byte[]> proof = tree.inclusionProof(index);
        byte[] root = tree.root();
        assertThat(MerkleTree.verifyInclusion(leaf(index), index, size, proof, root))
                .isTrue();
        assertThat(MerkleTree.verifyInclusion(leaf(index + 1), index, size, proof, root))
                .isFalse();
        for (int other = 0; other < size; other++) {
            assertThat(MerkleTree.verifyInclusion(leaf(index), other, size, proof, root))
                    .isEqualTo(other == index);
        }
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(root);
        assertThat(MerkleTree.verifyInclusion(leaf(index), index, size, longer, root))
                .isFalse();
    }

    @Property
    void growth_is_proved_and_nothing_else(
            @ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(max = 69) int some) {
        int first = 1 + some % size;
        MerkleTree tree = tree(size);
        byte[] before = tree(first).root();
        List<byte[]> proof = tree.consistencyProof(first);
        assertThat(MerkleTree.verifyConsistency(first, before, size, tree.root(), proof))
                .isTrue();
        byte[] wrong = tree(size + 1).root();
        assertThat(MerkleTree.verifyConsistency(first, before, size, wrong, proof))
                .isFalse();
        assertThat(MerkleTree.verifyConsistency(first, wrong, size, tree.root(), proof))
                .isFalse();
    }

    @Test
    void a_leaf_that_is_not_there_has_no_proof() {
        assertThatThrownBy(() -> tree(3).inclusionProof(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree(3).consistencyProof(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static MerkleTree tree(int size) {
        return MerkleTree.of(
                IntStream.range(0, size).mapToObj(MerkleTreeTest::leaf).toList());
    }

    private static byte[] leaf(int index) {
        return MerkleTree.leaf(new byte[] {(byte) index});
    }
}
