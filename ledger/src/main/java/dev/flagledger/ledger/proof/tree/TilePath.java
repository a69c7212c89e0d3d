package dev.flagledger.ledger.proof.tree;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a tile, as in C2SP's tlog-tiles: {@code 0/x001/x234/067} is the tile 1234067 of level 0, with {@code .p/112} at the end
 * only its first 112 hashes.
 *
 * @param width the number of hashes
 */
public record TilePath(int level, long index, int width) {

    private static final int GROUP = 1_000;
    private static final Pattern FORM = Pattern.compile("(?<level>[0-9]|[1-5][0-9]|6[0-3])/(?!x000)"
            + "(?<index>(?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/(?<width>[1-9][0-9]{0,2}))?/?");

    /** Reads a path, which may end with a slash; empty if it names no tile. */
    public static Optional<TilePath> parse(String path) {
        var parts = FORM.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var width = parts.group("width");
        var tile = new TilePath(
                Integer.parseInt(parts.group("level")),
                Long.parseLong(parts.group("index").replaceAll("[x/]", "")),
                width == null ? Tile.WIDTH : Integer.parseInt(width));
        return Optional.of(tile).filter(known -> width == null || known.width < Tile.WIDTH);
    }

    /** The path: level; index in groups of three digits, all but the last with an x before; and width, unless the tile is full. */
    @Override
    public String toString() {
        var path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % GROUP));
        }
        return level + "/" + path + (width < Tile.WIDTH ? ".p/" + width : "");
    }
}
