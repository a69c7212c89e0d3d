package dev.flagledger.query.proof;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.tree.MerkleTree;
import java.util.List;

/** The proof that a tree continues a smaller one. Hashes are in base64. */
record ConsistencyView(
        long from,
        long to,
        @JsonProperty("from_root") String fromRoot,
        @JsonProperty("to_root") String toRoot,
        List<String> proof) {

    static ConsistencyView of(MerkleTree first, MerkleTree second) {
        return new ConsistencyView(
                first.size(),
                second.size(),
                first.root().toString(),
                second.root().toString(),
                second.consistency(first.size()).stream().map(Hash::toString).toList());
    }
}
