package dev.flagledger.ledger.proof.tree;

import java.util.Optional;

/** The stored tiles of a tree. */
@FunctionalInterface
public interface Tiles {

    /** A tile as far as it is filled; empty if there is none. */
    Optional<Tile> tile(int level, long index);
}
