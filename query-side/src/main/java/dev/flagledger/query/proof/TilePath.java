package dev.flagledger.query.proof;

import dev.flagledger.ledger.proof.LogTree;
import dev.flagledger.ledger.proof.tree.Tile;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a tile, as in C2SP's tlog-tiles: {@code 0/x001/x234/067} is the tile 1234067 of level 0, with {@code .p/112} at the end
 * only its first 112 hashes.
 *
 * @param width the number of hashes
 */
record TilePath(int level, long index, int width) {

    private static final Pattern LEVEL = Pattern.compile("[0-9]|[1-5][0-9]|6[0-3]");
    private static final Pattern INDEX = Pattern.compile("/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?/?");

    /** Reads a path; empty if it names no tile. */
    static Optional<TilePath> parse(String level, String index) {
        var parts = INDEX.matcher(index);
        if (!LEVEL.matcher(level).matches() || !parts.matches() || isPadded(parts.group(1))) {
            return Optional.empty();
        }
        var width = parts.group(2);
        var path = new TilePath(
                Integer.parseInt(level),
                Long.parseLong(parts.group(1).replaceAll("[x/]", "")),
                width == null ? Tile.WIDTH : Integer.parseInt(width));
        return Optional.of(path).filter(known -> width == null || known.width < Tile.WIDTH);
    }

    private static boolean isPadded(String index) {
        return index.startsWith("x000/");
    }

    /** The tile, if the tree has that many of its hashes. */
    Optional<Tile> in(LogTree tree) {
        return tree.tile(level, index).filter(tile -> tile.width() >= width).map(tile -> tile.first(width));
    }
}
