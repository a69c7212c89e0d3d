package dev.flagledger.query.proof;

import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.tree.MerkleTree;
import java.util.List;
import java.util.Optional;

/** The proof that a tree has an event at a position. Hashes are in base64. */
record InclusionView(long position, long size, String leaf, String root, List<String> proof) {

    /** Empty if the tree is too small. */
    static Optional<InclusionView> of(MerkleTree tree, long position) {
        if (position > tree.size()) {
            return Optional.empty();
        }
        long index = position - 1;
        return Optional.of(new InclusionView(
                position,
                tree.size(),
                tree.nodes().node(0, index).toString(),
                tree.root().toString(),
                tree.inclusion(index).stream().map(Hash::toString).toList()));
    }
}
