package dev.flagledger.query.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.tree.MerkleTree;
import dev.flagledger.ledger.proof.tree.Proofs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The proofs that are shown convince whoever has only what is shown. */
class ProofViewsTest {

    private static final int MOST = 9;

    @Test
    void everyEventOfATreeIsProved() {
        for (int size = 1; size <= MOST; size++) {
            for (int position = 1; position <= size; position++) {
                var view = InclusionView.of(tree(size), position).orElseThrow();

                assertThat(view.position()).isEqualTo(position);
                assertThat(view.size()).isEqualTo(size);
                assertThat(view.leaf()).isEqualTo(leaf(position - 1).toString());
                assertThat(Proofs.includes(
                                view.position() - 1,
                                view.size(),
                                Hash.parse(view.leaf()),
                                hashes(view.proof()),
                                Hash.parse(view.root())))
                        .isTrue();
            }
        }
    }

    @Test
    void anEventAfterTheTreeIsNot() {
        assertThat(InclusionView.of(tree(4), 5)).isEmpty();
        assertThat(InclusionView.of(tree(0), 1)).isEmpty();
        assertThat(InclusionView.of(tree(4), Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void everyTreeContinuesEverySmallerOne() {
        for (int to = 0; to <= MOST; to++) {
            for (int from = 0; from <= to; from++) {
                var view = ConsistencyView.of(tree(from), tree(to));

                assertThat(view.from()).isEqualTo(from);
                assertThat(view.to()).isEqualTo(to);
                assertThat(Proofs.consistent(
                                view.from(),
                                view.to(),
                                Hash.parse(view.fromRoot()),
                                Hash.parse(view.toRoot()),
                                hashes(view.proof())))
                        .isTrue();
            }
        }
    }

    private static MerkleTree tree(int size) {
        return new MerkleTree(size, ProofViewsTest::node);
    }

    private static Hash node(int level, long index) {
        return level == 0 ? leaf(index) : Hash.ofNode(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    }

    private static Hash leaf(long index) {
        return Hash.ofLeaf(new byte[] {(byte) index});
    }

    private static List<Hash> hashes(List<String> proof) {
        return proof.stream().map(Hash::parse).toList();
    }
}
