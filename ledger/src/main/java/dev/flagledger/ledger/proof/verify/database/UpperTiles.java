package dev.flagledger.ledger.proof.verify.database;

import dev.flagledger.ledger.proof.tree.Tile;
import dev.flagledger.ledger.proof.verify.Fault;
import dev.flagledger.ledger.proof.verify.FaultException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tiles above the leaves that a log should have. Proofs are made from them. */
final class UpperTiles {

    static final String SELECT = "select tile.level, tile.index, tile.hashes from ledger.tile where tile.level > 0";

    private final Map<Tile.Place, Tile> expected = new HashMap<>();

    /** {@code tiles} are in the order in which they were written: later ones replace earlier ones. */
    UpperTiles(List<Tile> tiles) {
        tiles.forEach(tile -> expected.put(tile.place(), tile));
    }

    /** Requires that these are the stored ones; tiles of a larger tree may be among those. */
    void require(ResultSet stored) throws SQLException {
        while (stored.next()) {
            var place = new Tile.Place(stored.getInt(1), stored.getLong(2));
            var tile = expected.remove(place);
            if (tile != null && !Arrays.equals(tile.hashes(), stored.getBytes(3))) {
                throw new FaultException(Fault.ofLog("The tile " + place + " is not that of its events"));
            }
        }
        if (!expected.isEmpty()) {
            throw new FaultException(Fault.ofLog("Tiles are missing: " + expected.keySet()));
        }
    }
}
