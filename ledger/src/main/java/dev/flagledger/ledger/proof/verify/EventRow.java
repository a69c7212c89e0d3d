package dev.flagledger.ledger.proof.verify;

import dev.flagledger.ledger.proof.tree.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A row of the log as the database has it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EventRow(long position, byte[] entry, byte[] leaf, EntryColumns columns) {

    static final String SELECT = """
            select event.position, event.entry, event.leaf, event.aggregate_id, event.sequence_number, event.payload_type,
                event.payload_revision, event.event_id::text,
                to_char(event.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                event.actor_kind, event.actor_id, event.request_id
            from ledger.event order by event.position""";

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
                        row.getString(12)));
    }

    /**
     * The hash of the entry, after it was compared with the leaf, the tree and the columns.
     *
     * @param signed the hash that the tree has; null if it does not have this event yet
     */
    Hash verified(@Nullable Hash signed) {
        var hash = Hash.ofLeaf(entry);
        boolean own = Arrays.equals(hash.bytes(), leaf);
        if (signed != null && !hash.equals(signed)) {
            throw fault(
                    own ? "entry and leaf are not those that were signed" : "the entry is not the one that was signed");
        }
        if (!own) {
            throw fault("the leaf is not the hash of the entry");
        }
        var said = EntryColumns.of(entry);
        if (said == null) {
            throw fault("the entry has another form");
        }
        var column = said.differing(columns);
        if (column != null) {
            throw fault("the column " + column + " is not what the entry says");
        }
        return hash;
    }

    FaultException fault(String what) {
        return new FaultException(new Fault(position, what));
    }
}
