package dev.flagledger.ledger.extract;

import dev.flagledger.ledger.log.store.StoredEvent;
import dev.flagledger.ledger.proof.entry.EntryColumns;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Imports an extract of all events, with its keys, into an empty database, in one transaction. To be verified before. */
public final class DatabaseImport {

    private static final int BATCH = 1_000;
    private static final String USED =
            "select exists (select from ledger.event) or exists (select from ledger.installation_key)";
    private static final String INSERT = """
            insert into ledger.event (position, event_id, aggregate_id, sequence_number, recorded_at, payload_type,
                payload_revision, organisation_id, project_id, environment_id, object, actor_kind, actor_id, request_id, entry, leaf,
                residue)
            values (?, ?::uuid, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String NOTE = "insert into ledger.imported (position, note) values (?, ?)";

    private final Connection database;

    /** {@code database} has the tables of this version, and is not closed. */
    public DatabaseImport(Connection database) {
        this.database = database;
    }

    /**
     * Imports an extract, and returns the number of events.
     *
     * @throws IllegalStateException if the database is not empty, or the extract has no keys
     * @throws IllegalArgumentException if it is not an extract of all events
     */
    public long read(InputStream extract) throws SQLException, IOException {
        database.setAutoCommit(false);
        try {
            requireEmpty();
            long events = readAll(new Lines(extract));
            database.commit();
            return events;
        } finally {
            database.rollback();
        }
    }

    private void requireEmpty() throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(USED)) {
            row.next();
            if (row.getBoolean(1)) {
                throw new IllegalStateException("The database was used before; an import needs an empty one");
            }
        }
    }

    private long readAll(Lines lines) throws SQLException, IOException {
        var header = ExtractHeader.read(lines);
        if (!header.whole()) {
            throw new IllegalArgumentException("Only an extract of all events can be imported");
        }
        long events = 0;
        long states = 0;
        try (var insert = database.prepareStatement(INSERT);
                var state = new StateRestore(database)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (ExtractState.is(line)) {
                    state.restore(line);
                    states++;
                } else if (!ExtractTile.is(line)) {
                    add(ExtractLine.parse(line).event(), insert);
                    events++;
                    if (events % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
            }
            insert.executeBatch();
            state.insertAll();
        }
        if (states == 0) {
            throw new IllegalStateException("The extract has no keys; write it with 'flagledger export --keys'");
        }
        remember(events, header.checkpoint());
        return events;
    }

    private static void add(StoredEvent event, PreparedStatement insert) throws SQLException {
        var columns = columns(event);
        var entry = event.entry();
        var residue = event.pruned() == null ? null : event.pruned().residue();
        insert.setLong(1, event.position());
        insert.setString(2, columns.id());
        insert.setString(3, columns.stream());
        insert.setLong(4, columns.sequence());
        insert.setString(5, columns.at());
        insert.setString(6, columns.type());
        insert.setLong(7, columns.revision());
        set(insert, 8, event.scope().organisationId());
        set(insert, 9, event.scope().projectId());
        set(insert, 10, event.scope().environmentId());
        insert.setString(11, event.scope().object());
        insert.setString(12, columns.actorKind());
        set(insert, 13, columns.actorId());
        insert.setString(14, columns.request());
        insert.setBytes(15, entry == null ? null : entry.unsafeBytes());
        insert.setBytes(16, event.leaf().bytes());
        insert.setBytes(17, residue == null ? null : residue.unsafeBytes());
        insert.addBatch();
    }

    private static EntryColumns columns(StoredEvent event) {
        var pruned = event.pruned();
        var columns = pruned == null ? EntryColumns.of(event.requireEntry().unsafeBytes()) : pruned.columns();
        if (columns == null) {
            throw new IllegalArgumentException("The entry at position " + event.position() + " has another form");
        }
        return columns;
    }

    private static void set(PreparedStatement insert, int parameter, @Nullable Number number) throws SQLException {
        if (number == null) {
            insert.setNull(parameter, Types.INTEGER);
        } else {
            insert.setInt(parameter, Math.toIntExact(number.longValue()));
        }
    }

    private void remember(long position, String note) throws SQLException {
        try (var statement = database.prepareStatement(NOTE)) {
            statement.setLong(1, position);
            statement.setString(2, note);
            statement.execute();
        }
    }
}
