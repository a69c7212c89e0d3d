package dev.flagledger.ledger.proof.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: the last, partial tile of each level, from which the root follows. Appending a leaf takes one hash
 * of a node on average. Not for use by several threads.
 */
public final class TreeEdge {

    private final List<Row> rows = new ArrayList<>();
    private final List<Tile> filled = new ArrayList<>();
    private long size;

    /** The partial tile of a level; may be empty. */
    private static final class Row {
        final byte[] hashes = new byte[Tile.WIDTH * Hash.BYTES];
        int width;
        boolean changed;
    }

    /** The edge of an empty tree. */
    public TreeEdge() {}

    /**
     * The edge of a tree of this size with these tiles.
     *
     * @throws MissingTileException if a tile is missing or incomplete
     */
    public static TreeEdge of(long size, Tiles tiles) {
        var edge = new TreeEdge();
        edge.size = size;
        for (int level = 0; widthsFrom(level, size) > 0; level++) {
            int width = (int) (widthsFrom(level, size) % Tile.WIDTH);
            edge.load(level, widthsFrom(level, size) / Tile.WIDTH, width, tiles);
        }
        return edge;
    }

    private static long widthsFrom(int level, long size) {
        return size >> (Tile.HEIGHT * level);
    }

    private void load(int level, long index, int width, Tiles tiles) {
        var row = row(level);
        if (width > 0) {
            var tile = tiles.tile(level, index)
                    .filter(stored -> stored.width() >= width)
                    .orElseThrow(() -> new MissingTileException(level, index));
            System.arraycopy(tile.hashes(), 0, row.hashes, 0, width * Hash.BYTES);
            row.width = width;
        }
    }

    /** The number of leaves. */
    public long size() {
        return size;
    }

    /** Appends a leaf. */
    public void append(Hash leaf) {
        append(0, leaf);
        size++;
    }

    private void append(int level, Hash hash) {
        var row = row(level);
        hash.copyTo(row.hashes, row.width);
        row.width++;
        row.changed = true;
        if (row.width == Tile.WIDTH) {
            long index = size >> (Tile.HEIGHT * (level + 1));
            var full = new Tile(level, index, row.hashes.clone());
            filled.add(full);
            row.width = 0;
            row.changed = false;
            append(level + 1, new TileNodes(full).node(Tile.HEIGHT, 0));
        }
    }

    private Row row(int level) {
        while (rows.size() <= level) {
            rows.add(new Row());
        }
        return rows.get(level);
    }

    /** The root hash. */
    public Hash root() {
        var root = Hash.EMPTY;
        boolean any = false;
        for (int level = 0; level < rows.size(); level++) {
            var row = rows.get(level);
            int place = row.width;
            for (int height = 0; height < Tile.HEIGHT; height++) {
                if ((row.width >> height & 1) == 1) {
                    place -= 1 << height;
                    var subtree = new TileNodes(partial(level, row)).node(height, place);
                    root = any ? Hash.ofNode(subtree, root) : subtree;
                    any = true;
                }
            }
        }
        return root;
    }

    /** The tiles that have changed since the last call, those of a level in order; partial ones last. */
    public List<Tile> takeChanged() {
        var changed = new ArrayList<>(filled);
        filled.clear();
        for (int level = 0; level < rows.size(); level++) {
            var row = rows.get(level);
            if (row.changed) {
                changed.add(partial(level, row));
                row.changed = false;
            }
        }
        return changed;
    }

    private Tile partial(int level, Row row) {
        return new Tile(level, size >> (Tile.HEIGHT * (level + 1)), row.hashes).first(row.width);
    }
}
