package dev.flagledger.ledger.proof.tree;

import org.jspecify.annotations.Nullable;

/** The nodes above the hashes of a tile, each computed when it is first needed. Not for use by several threads. */
final class TileNodes {

    private final Tile tile;

    /** The root of the tile is at 1, and the children of a node at twice its place and the one after. */
    private final @Nullable Hash[] known = new Hash[Tile.WIDTH];

    TileNodes(Tile tile) {
        this.tile = tile;
    }

    /** Whether the tile has all hashes below a node. */
    boolean has(int height, int place) {
        return place + (1 << height) <= tile.width();
    }

    /** The root of the complete subtree over {@code 1 << height} hashes from a place on, which is a multiple of that. */
    Hash node(int height, int place) {
        if (height == 0) {
            return tile.hash(place);
        }
        int at = (1 << (Tile.HEIGHT - height)) + (place >> height);
        var node = known[at];
        if (node == null) {
            node = Hash.ofNode(node(height - 1, place), node(height - 1, place + (1 << (height - 1))));
            known[at] = node;
        }
        return node;
    }
}
