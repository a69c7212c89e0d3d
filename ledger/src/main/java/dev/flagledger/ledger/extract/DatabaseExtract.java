package dev.flagledger.ledger.extract;

import dev.flagledger.ledger.log.filter.StoredFilter;
import dev.flagledger.ledger.log.store.StoredEvents;
import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.tree.Tile;
import dev.flagledger.ledger.proof.verify.LeafList;
import dev.flagledger.ledger.proof.verify.database.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Extracts the signed events of a database, through plain JDBC. Reads one state of it, so it may be in use. */
public final class DatabaseExtract {

    private static final String HEAD = """
            select tree_head.note, signing_key.public from ledger.tree_head, ledger.signing_key
            order by tree_head.size desc limit 1""";

    private static final String CURRENT = """
            select from ledger.projection
            where projection.name = ? and not projection.beside and projection.position >= ?""";

    private final Connection database;

    /** {@code database} is not closed, and should not be in use elsewhere. */
    public DatabaseExtract(Connection database) {
        this.database = database;
    }

    /**
     * Writes an extract of the matches, and returns the number of events in it.
     *
     * @throws IllegalStateException if nothing was signed yet, or a read model that the filter asks lacks events that were
     */
    public long write(OutputStream out, StoredFilter filter) throws SQLException, IOException {
        return write(out, filter, false);
    }

    /**
     * Writes an extract of all events with the keys and whatever else it takes to import it, and returns the number of events.
     *
     * @throws IllegalStateException if the newest events are not signed yet
     */
    public long writeWithKeys(OutputStream out) throws SQLException, IOException {
        return write(out, StoredFilter.ALL, true);
    }

    private long write(OutputStream out, StoredFilter filter, boolean keys) throws SQLException, IOException {
        try (var state = new Snapshot(database)) {
            var header = header(state, filter);
            var head = header.key().open(header.checkpoint());
            requireRead(state, filter, head);
            var writer = new ExtractWriter(out, header);
            if (header.whole()) {
                writeAll(state, writer, head);
            } else {
                writePart(state, writer, filter, head);
            }
            if (keys) {
                writeState(state, writer, head);
            }
            return writer.events();
        }
    }

    private static ExtractHeader header(Snapshot state, StoredFilter filter) throws SQLException {
        try (var rows = state.rows(HEAD)) {
            if (!rows.next()) {
                throw new IllegalStateException("The log has no checkpoint yet");
            }
            var note = rows.getString(1);
            var origin = TreeHead.unverified(note).origin();
            return ExtractHeader.of(VerifierKey.of(origin, rows.getBytes(2)), note, filter);
        }
    }

    private static void requireRead(Snapshot state, StoredFilter filter, TreeHead head) throws SQLException {
        for (var projection : filter.projections()) {
            try (var current = state.rows(CURRENT, projection, head.size())) {
                if (!current.next()) {
                    throw new IllegalStateException("The read model '" + projection
                            + "', which the filter asks, lacks the newest events; try again while the server runs");
                }
            }
        }
    }

    private static void writeAll(Snapshot state, ExtractWriter writer, TreeHead head) throws SQLException, IOException {
        for (var tile : leaves(state, head)) {
            writer.tile(tile);
        }
        try (var rows = events(state, StoredFilter.ALL, head)) {
            while (rows.next()) {
                writer.event(StoredEvents.event(rows));
            }
        }
    }

    private static void writePart(Snapshot state, ExtractWriter writer, StoredFilter filter, TreeHead head)
            throws SQLException, IOException {
        var leaves = LeafList.of(leaves(state, head), head, null);
        try (var rows = events(state, filter, head)) {
            while (rows.next()) {
                var event = StoredEvents.event(rows);
                writer.event(event, leaves.proof(event.position()));
            }
        }
    }

    private static void writeState(Snapshot state, ExtractWriter writer, TreeHead head)
            throws SQLException, IOException {
        try (var newer = state.rows("select from ledger.event where event.position > " + head.size() + " limit 1")) {
            if (newer.next()) {
                throw new IllegalStateException("The newest events are not signed yet; try again in a second");
            }
        }
        for (var query : ExtractState.queries()) {
            try (var rows = state.rows(query)) {
                while (rows.next()) {
                    writer.state(rows.getString(1));
                }
            }
        }
    }

    private static List<Tile> leaves(Snapshot state, TreeHead head) throws SQLException {
        var tiles = new ArrayList<Tile>();
        try (var rows = state.rows(
                "select tile.index, tile.hashes from ledger.tile where tile.level = 0 order by tile.index")) {
            while (rows.next()) {
                tiles.add(new Tile(0, rows.getLong(1), rows.getBytes(2)));
            }
        }
        if (tiles.stream().mapToLong(Tile::width).sum() != head.size()) {
            throw new IllegalStateException("The tree does not have the events of its checkpoint");
        }
        return tiles;
    }

    private static ResultSet events(Snapshot state, StoredFilter filter, TreeHead head) throws SQLException {
        return state.rows(
                "select " + StoredEvents.COLUMNS + " from ledger.event where event.position <= " + head.size()
                        + filter.sql() + " order by event.position",
                filter.values().toArray());
    }
}
