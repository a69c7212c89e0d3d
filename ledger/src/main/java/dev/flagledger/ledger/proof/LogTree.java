package dev.flagledger.ledger.proof;

import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.tree.MerkleTree;
import dev.flagledger.ledger.proof.tree.Tile;
import dev.flagledger.ledger.proof.tree.TiledNodes;
import java.util.Optional;

/** Reads the tree over the log, which is up to a second behind it. */
public final class LogTree {

    private final TreeTable table;
    private final VerifierKey key;

    LogTree(TreeTable table, VerifierKey key) {
        this.table = table;
        this.key = key;
    }

    /** The key that verifies the signed heads. */
    public VerifierKey key() {
        return key;
    }

    /** The newest signed head; empty only in the first second of an installation. */
    public Optional<SignedHead> head() {
        return table.newest();
    }

    /** A tile as far as it is filled; empty if there is none. */
    public Optional<Tile> tile(int level, long index) {
        return table.tile(level, index);
    }

    /** The tree of the first events, of which the newest head must have as many. Reads each tile once, so it is for one proof. */
    public MerkleTree tree(long size) {
        return new MerkleTree(size, new TiledNodes(table::tile));
    }
}
