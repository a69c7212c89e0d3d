package dev.flagledger.ledger.proof.tree;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The nodes of a tree, computed from its tiles. Remembers the last tiles, at least those of one proof. Not for use by several threads.
 */
public final class TiledNodes implements Nodes {

    /** A proof needs two tiles of a level, of which there are at most 8: that of the leaf, and the last one. */
    private static final int MOST = 16;

    private final Tiles tiles;
    private final SequencedMap<Tile.Place, TileNodes> last = new LinkedHashMap<>(MOST, 0.75f, true);

    /** Creates the nodes of a tree with these tiles. */
    public TiledNodes(Tiles tiles) {
        this.tiles = tiles;
    }

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
        var tile = tile(level / Tile.HEIGHT, first / Tile.WIDTH);
        if (!tile.has(height, place)) {
            throw new MissingTileException(level / Tile.HEIGHT, first / Tile.WIDTH);
        }
        return tile.node(height, place);
    }

    private TileNodes tile(int level, long index) {
        var tile = last.computeIfAbsent(
                new Tile.Place(level, index),
                _ -> new TileNodes(tiles.tile(level, index).orElseThrow(() -> new MissingTileException(level, index))));
        if (last.size() > MOST) {
            last.pollFirstEntry();
        }
        return tile;
    }
}
