package dev.flagledger.query.proof;

import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.tree.MerkleTree;
import java.util.List;

/** The proof that a tree continues a smaller one. Hashes are in base64. */
record ConsistencyView(long from, long to, String fromRoot, String toRoot, List<String> proof) {

    static ConsistencyView of(MerkleTree earlier, MerkleTree later) {
        return new ConsistencyView(
                earlier.size(),
                later.size(),
                earlier.root().toString(),
                later.root().toString(),
                later.consistency(earlier.size()).stream().map(Hash::toString).toList());
    }
}
