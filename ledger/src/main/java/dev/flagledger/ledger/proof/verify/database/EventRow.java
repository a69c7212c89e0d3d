package dev.flagledger.ledger.proof.verify.database;

import dev.flagledger.ledger.proof.entry.EntryColumns;
import dev.flagledger.ledger.proof.verify.FaultException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log as the database has it.
 *
 * @param entry null if it was pruned
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EventRow(
        long position,
        byte @Nullable [] entry,
        byte[] leaf,
        EntryColumns columns,
        @Nullable Integer organisation) {

    static final String SELECT = """
            select event.position, event.entry, event.leaf, event.aggregate_id, event.sequence_number, event.payload_type,
                event.payload_revision, event.event_id::text,
                to_char(event.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                event.actor_kind, event.actor_id, event.request_id, event.organisation_id
            from ledger.event order by event.position""";

    /** The row under the cursor of {@link #SELECT}. */
    static EventRow of(ResultSet row) throws SQLException {
        long number = row.getLong(11);
        Long actor = row.wasNull() ? null : (Long) number;
        return new EventRow(
                row.getLong(1),
                row.getBytes(2),
                row.getBytes(3),
                new EntryColumns(
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getLong(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        actor,
                        row.getString(12)),
                row.getObject(13, Integer.class));
    }

    FaultException fault(String what) {
        return new FaultException(position, what);
    }
}
