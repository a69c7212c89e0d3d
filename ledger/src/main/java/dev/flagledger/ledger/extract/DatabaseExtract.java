package dev.flagledger.ledger.extract;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.ledger.log.entry.Entry;
import dev.flagledger.ledger.log.store.StoredEvent;
import dev.flagledger.ledger.proof.note.SignedNote;
import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.tree.Tile;
import dev.flagledger.ledger.proof.verify.LeafList;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Extracts the signed events of a database, through plain JDBC. Reads one state of it, so it may be in use. */
public final class DatabaseExtract {

    private static final int ROWS = 2_000;
    private static final String HEAD = """
            select tree_head.note, signing_key.public from ledger.tree_head, ledger.signing_key
            order by tree_head.size desc limit 1""";

    private final Connection database;

    /** {@code database} is not closed, and should not be in use elsewhere. */
    public DatabaseExtract(Connection database) {
        this.database = database;
    }

    /**
     * Writes an extract, and returns the number of events in it.
     *
     * @param organisation the organisation whose events it has; null for no choice
     * @param project the project, likewise
     * @throws IllegalStateException if nothing was signed yet
     */
    public long write(OutputStream out, @Nullable Integer organisation, @Nullable Integer project)
            throws SQLException, IOException {
        return write(out, organisation, project, false);
    }

    /**
     * Writes an extract of all events with the keys and whatever else it takes to import it, and returns the number of events.
     *
     * @throws IllegalStateException if the newest events are not signed yet
     */
    public long writeWithKeys(OutputStream out) throws SQLException, IOException {
        return write(out, null, null, true);
    }

    private long write(OutputStream out, @Nullable Integer organisation, @Nullable Integer project, boolean keys)
            throws SQLException, IOException {
        database.setAutoCommit(false);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        database.setReadOnly(true);
        try {
            var header = header(organisation, project);
            var head = header.key().open(header.checkpoint());
            var writer = new ExtractWriter(out, header);
            if (header.whole()) {
                writeAll(writer, head);
            } else {
                writePart(writer, header, head);
            }
            if (keys) {
                writeState(writer, head);
            }
            return writer.events();
        } finally {
            database.rollback();
        }
    }

    private ExtractHeader header(@Nullable Integer organisation, @Nullable Integer project) throws SQLException {
        try (var rows = rows(HEAD)) {
            if (!rows.next()) {
                throw new IllegalStateException("The log has no checkpoint yet");
            }
            var note = rows.getString(1);
            var origin = TreeHead.parse(SignedNote.parse(note).text()).origin();
            return new ExtractHeader(VerifierKey.of(origin, rows.getBytes(2)), note, organisation, project);
        }
    }

    private void writeAll(ExtractWriter writer, TreeHead head) throws SQLException, IOException {
        for (var tile : leaves(head)) {
            writer.tile(tile);
        }
        try (var rows = rows(events("true", head))) {
            while (rows.next()) {
                writer.event(event(rows));
            }
        }
    }

    private void writePart(ExtractWriter writer, ExtractHeader header, TreeHead head) throws SQLException, IOException {
        var leaves = LeafList.of(leaves(head), head, null);
        var condition = header.project() == null
                ? "event.organisation_id = " + header.organisation()
                : "event.project_id = " + header.project()
                        + (header.organisation() == null
                                ? ""
                                : " and event.organisation_id = " + header.organisation());
        try (var rows = rows(events(condition, head))) {
            while (rows.next()) {
                var event = event(rows);
                writer.event(event, leaves.proof(event.position()));
            }
        }
    }

    private void writeState(ExtractWriter writer, TreeHead head) throws SQLException, IOException {
        try (var newer = rows("select from ledger.event where event.position > " + head.size() + " limit 1")) {
            if (newer.next()) {
                throw new IllegalStateException("The newest events are not signed yet; try again in a second");
            }
        }
        for (var query : ExtractState.queries()) {
            try (var rows = rows(query)) {
                while (rows.next()) {
                    writer.state(rows.getString(1));
                }
            }
        }
    }

    private List<Tile> leaves(TreeHead head) throws SQLException {
        var tiles = new ArrayList<Tile>();
        try (var rows =
                rows("select tile.index, tile.hashes from ledger.tile where tile.level = 0 order by tile.index")) {
            while (rows.next()) {
                tiles.add(new Tile(0, rows.getLong(1), rows.getBytes(2)));
            }
        }
        if (tiles.stream().mapToLong(Tile::width).sum() != head.size()) {
            throw new IllegalStateException("The tree does not have the events of its checkpoint");
        }
        return tiles;
    }

    private static String events(String condition, TreeHead head) {
        return "select event.position, event.organisation_id, event.project_id, event.environment_id, event.object,"
                + " event.entry from ledger.event where " + condition + " and event.position <= " + head.size()
                + " order by event.position";
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        var scope = new EventScope(
                row.getObject(2, Integer.class),
                row.getObject(3, Integer.class),
                row.getObject(4, Integer.class),
                row.getString(5));
        return new StoredEvent(row.getLong(1), scope, new Entry(row.getBytes(6)));
    }

    private ResultSet rows(String sql) throws SQLException {
        var statement = database.createStatement();
        statement.closeOnCompletion();
        statement.setFetchSize(ROWS);
        return statement.executeQuery(sql);
    }
}
