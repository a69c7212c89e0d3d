package dev.flagledger.ledger.proof.tree;

/** The nodes of a tree, computed from its tiles. */
public record TiledNodes(Tiles tiles) implements Nodes {

    /**
     * Computes the node from the tile that has its leaves or the roots of its subtrees.
     *
     * @throws MissingTileException if no stored tile has them
     */
    @Override
    public Hash node(int level, long index) {
        int height = level % Tile.HEIGHT;
        long first = index << height;
        int place = (int) (first % Tile.WIDTH);
        return tiles.tile(level / Tile.HEIGHT, first / Tile.WIDTH)
                .filter(tile -> tile.width() >= place + (1 << height))
                .orElseThrow(() -> new MissingTileException(level / Tile.HEIGHT, first / Tile.WIDTH))
                .subtree(height, place);
    }
}
