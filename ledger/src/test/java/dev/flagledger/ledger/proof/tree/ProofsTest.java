package dev.flagledger.ledger.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All proofs of all small trees, and what no tree has. */
class ProofsTest {

    private static final int MOST = 33;
    private static final Hash LEAF = Trees.leaf(0);

    @Test
    void everyLeafIsProvedInItsPlaceAndNoOther() {
        for (int size = 1; size <= MOST; size++) {
            var tree = Trees.tree(Trees.leaves(size));
            for (int index = 0; index < size; index++) {
                var path = tree.inclusion(index);
                for (int place = 0; place < size; place++) {
                    assertThat(Proofs.includes(place, size, Trees.leaf(index), path, tree.root()))
                            .as("%d of %d at %d", index, size, place)
                            .isEqualTo(place == index);
                }
            }
        }
    }

    @Test
    void everyTreeContinuesTheSmallerOnesAndNoOthers() {
        for (int second = 1; second <= MOST; second++) {
            var larger = Trees.tree(Trees.leaves(second));
            for (int first = 1; first < second; first++) {
                var root = Trees.root(Trees.leaves(first));
                var proof = larger.consistency(first);
                assertThat(Proofs.consistent(first, second, root, larger.root(), proof))
                        .isTrue();
                assertThat(Proofs.consistent(
                                first, second, LEAF.equals(root) ? Hash.EMPTY : LEAF, larger.root(), proof))
                        .as("%d of %d, of other events", first, second)
                        .isFalse();
                assertThat(Proofs.consistent(first, second, root, Hash.EMPTY, proof))
                        .isFalse();
            }
        }
    }

    @Test
    void theOrderOfAPathMatters() {
        var tree = Trees.tree(Trees.leaves(8));
        var turned = tree.inclusion(3).reversed();

        assertThat(Proofs.includes(3, 8, Trees.leaf(3), turned, tree.root())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1, 8", "8, 8", "0, 0", "0, -1", "9223372036854775807, 9223372036854775807"})
    void noTreeHasALeafOutsideOfIt(long index, long size) {
        assertThat(Proofs.includes(index, size, LEAF, List.of(), LEAF)).isFalse();
        assertThatThrownBy(() -> new MerkleTree(size, (_, _) -> LEAF).inclusion(index))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no leaf " + index);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 62, 64, 100})
    void aPathOfAnotherLengthProvesNothingOfAHugeTree(int length) {
        long size = 1L << 62;
        var path = Collections.nCopies(length, LEAF);

        assertThat(Proofs.includes(size - 1, size, LEAF, path, LEAF)).isFalse();
        assertThat(Proofs.includes(0, size + 1, LEAF, path, LEAF)).isFalse();
        assertThat(Proofs.consistent(size - 1, size, LEAF, LEAF, path)).isFalse();
    }

    @Test
    void aTreeContinuesItselfAndNothingWithoutAProof() {
        assertThat(Proofs.consistent(5, 5, LEAF, LEAF, List.of())).isTrue();
        assertThat(Proofs.consistent(5, 5, LEAF, Hash.EMPTY, List.of())).isFalse();
        assertThat(Proofs.consistent(5, 5, LEAF, LEAF, List.of(LEAF))).isFalse();
        assertThat(Proofs.consistent(0, 5, Hash.EMPTY, LEAF, List.of())).isTrue();
        assertThat(Proofs.consistent(0, 5, LEAF, LEAF, List.of())).isFalse();
        assertThat(Proofs.consistent(0, 5, Hash.EMPTY, LEAF, List.of(LEAF))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "6, 5"})
    void noTreeContinuesALargerOne(long first, long second) {
        assertThat(Proofs.consistent(first, second, LEAF, LEAF, List.of())).isFalse();
        assertThatThrownBy(() -> new MerkleTree(second, (_, _) -> LEAF).consistency(first))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("continues none of " + first);
    }

    @Test
    void leavesAndNodesNeverHaveTheSameHash() {
        var left = Trees.leaf(1);
        var right = Trees.leaf(2);
        var both = new byte[2 * Hash.BYTES];
        left.copyTo(both, 0);
        right.copyTo(both, 1);

        assertThat(Hash.ofNode(left, right)).isNotEqualTo(Hash.ofLeaf(both)).isNotEqualTo(Hash.ofNode(right, left));
    }
}
