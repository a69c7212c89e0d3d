package dev.flagledger.ledger.proof.tree;

/** Thrown when a tile that a tree of this size has is missing or incomplete. */
public final class MissingTileException extends RuntimeException {

    MissingTileException(int level, long index) {
        super("The tile " + index + " of level " + level + " is missing or incomplete");
    }
}
