package dev.flagledger.standalone.proof;

import dev.flagledger.ledger.proof.tree.Tile;
import java.util.Locale;

/** Paths of tiles as in C2SP's tlog-tiles. */
final class TilePath {

    private static final int GROUP = 1_000;

    private TilePath() {}

    /** The index in groups of three digits, all but the last with an x before; and the width, unless the tile is full. */
    static String of(long index, int width) {
        var path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % GROUP));
        }
        return width < Tile.WIDTH ? path + ".p/" + width : path.toString();
    }
}
