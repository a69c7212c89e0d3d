package dev.flagledger.ledger.proof.verify.database;

import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.tree.Tile;
import dev.flagledger.ledger.proof.verify.FaultException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The leaves of the stored tree, from its tiles in order. */
final class TileCursor {

    static final String SELECT = "select index, hashes from ledger.tile where level = 0 order by index";

    private final ResultSet rows;
    private @Nullable Tile tile;

    TileCursor(ResultSet rows) {
        this.rows = rows;
    }

    /** The hash of a leaf; to be called for each leaf in order. */
    Hash leaf(long index) throws SQLException {
        long number = index / Tile.WIDTH;
        if (index % Tile.WIDTH == 0) {
            tile = next(index);
        }
        var current = tile;
        int place = (int) (index % Tile.WIDTH);
        if (current == null || current.index() != number || current.width() <= place) {
            throw new FaultException(index + 1, "the tile " + number + " of level 0 is missing or incomplete");
        }
        return current.hash(place);
    }

    private @Nullable Tile next(long index) throws SQLException {
        if (!rows.next()) {
            return null;
        }
        try {
            return new Tile(0, rows.getLong(1), rows.getBytes(2));
        } catch (IllegalArgumentException _) {
            throw new FaultException(index + 1, "the tile of level 0 is no list of hashes");
        }
    }
}
