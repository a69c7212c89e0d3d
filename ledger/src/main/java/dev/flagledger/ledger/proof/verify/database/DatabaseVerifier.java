package dev.flagledger.ledger.proof.verify.database;

import dev.flagledger.ledger.proof.note.InvalidNoteException;
import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.verify.Fault;
import dev.flagledger.ledger.proof.verify.FaultException;
import dev.flagledger.ledger.proof.verify.PrunedEvents;
import dev.flagledger.ledger.proof.verify.TreeCheck;
import dev.flagledger.ledger.proof.verify.Verification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the log of a database: every entry against its leaf, its columns, the tree, and the signed heads. Reads one state of the
 * database, so it may be in use.
 */
public final class DatabaseVerifier {

    private static final String NEWEST =
            "select tree_head.note from ledger.tree_head order by tree_head.size desc limit 1";
    private static final String PUBLIC_KEY = "select signing_key.public from ledger.signing_key";

    private final Connection database;

    /** {@code database} is not closed, and should not be in use elsewhere. */
    public DatabaseVerifier(Connection database) {
        this.database = database;
    }

    /**
     * Verifies the log.
     *
     * @param trusted the key of the log as the auditor knows it; null to use the one in the database
     * @param kept the note of a head that the auditor has kept; null for none
     * @throws SQLException if the database cannot be read
     */
    public Verification verify(@Nullable VerifierKey trusted, @Nullable String kept) throws SQLException {
        try (var state = new Snapshot(database)) {
            var note = first(NEWEST, state, row -> row.getString(1)).orElse("");
            return note.isEmpty()
                    ? Verification.withoutHead("The log has no checkpoint")
                    : verify(state, note, key(trusted, state, note), kept);
        } catch (InvalidNoteException e) {
            return Verification.withoutHead("A checkpoint is not valid: " + e.getMessage());
        } catch (FaultException e) {
            return Verification.withoutHead(e.fault().what());
        }
    }

    private VerifierKey key(@Nullable VerifierKey trusted, Snapshot state, String note) throws SQLException {
        if (trusted != null) {
            return trusted;
        }
        var origin = TreeHead.unverified(note).origin();
        var raw = first(PUBLIC_KEY, state, row -> row.getBytes(1));
        return VerifierKey.of(origin, raw.orElseThrow(() -> new FaultException(Fault.ofLog("The log has no key"))));
    }

    private Verification verify(Snapshot state, String note, VerifierKey key, @Nullable String kept)
            throws SQLException {
        TreeCheck check = null;
        var pruned = new PrunedEvents();
        var head = TreeHead.unverified(note);
        try (var events = state.rows(EventRow.SELECT);
                var tiles = state.rows(TileCursor.SELECT);
                var heads = state.rows(HeadCursor.SELECT)) {
            check = new TreeCheck(new HeadCursor(heads, key), kept == null ? null : key.openAnyName(kept));
            readAll(events, new TileCursor(tiles), head.size(), check, state, pruned);
            check.end();
            return Verification.intact(check.size(), head, note, check.heads()).withAccounted(pruned);
        } catch (FaultException e) {
            return check == null
                    ? Verification.faulty(0, head, note, 0, e.fault())
                    : Verification.faulty(check.size(), head, note, check.heads(), e.fault());
        }
    }

    private void readAll(
            ResultSet events, TileCursor tiles, long signed, TreeCheck check, Snapshot state, PrunedEvents pruned)
            throws SQLException {
        var streams = new Streams();
        while (events.next()) {
            var row = EventRow.of(events);
            long index = check.size();
            if (row.position() != index + 1) {
                throw new FaultException(Math.min(row.position(), index + 1), "the event is missing");
            }
            check.append(new EventCheck(row).verified(index < signed ? tiles.leaf(index) : null));
            note(row, pruned);
            if (row.columns().sequence() != streams.count(row.columns().stream())) {
                throw row.fault("an event of its stream is missing before it");
            }
            if (check.size() == signed) {
                try (var stored = state.rows(UpperTiles.SELECT)) {
                    new UpperTiles(check.upperTiles()).require(stored);
                }
            }
        }
    }

    private static void note(EventRow row, PrunedEvents pruned) {
        var entry = row.entry();
        var type = row.columns().type();
        if (entry == null) {
            pruned.add(row.position(), row.organisation(), type);
        } else {
            pruned.read(type, entry);
        }
    }

    private <T> Optional<T> first(String sql, Snapshot state, Column<T> column) throws SQLException {
        try (var rows = state.rows(sql)) {
            return rows.next() ? Optional.of(column.of(rows)) : Optional.empty();
        }
    }

    private interface Column<T> {
        T of(ResultSet row) throws SQLException;
    }
}
