package dev.flagledger.ledger.proof.verify;

import dev.flagledger.ledger.proof.note.InvalidNoteException;
import dev.flagledger.ledger.proof.note.SignedNote;
import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.tree.Tile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the log of a database: every entry against its leaf, its columns, the tree, and the signed heads. Reads one state of the
 * database, so it may be in use.
 */
public final class DatabaseVerifier {

    private static final int ROWS = 2_000;
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
        database.setAutoCommit(false);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        database.setReadOnly(true);
        try {
            var note = first(NEWEST, row -> row.getString(1)).orElse("");
            return note.isEmpty() ? failed("The log has no checkpoint") : verify(note, key(trusted, note), kept);
        } catch (InvalidNoteException e) {
            return failed("A checkpoint is not valid: " + e.getMessage());
        } finally {
            database.rollback();
        }
    }

    private VerifierKey key(@Nullable VerifierKey trusted, String note) throws SQLException {
        if (trusted != null) {
            return trusted;
        }
        var origin = TreeHead.parse(SignedNote.parse(note).text()).origin();
        return VerifierKey.of(origin, first(PUBLIC_KEY, row -> row.getBytes(1)).orElseThrow());
    }

    private static Verification failed(String why) {
        return new Verification(0, null, "", 0, Optional.of(Fault.ofLog(why)));
    }

    private Verification verify(String note, VerifierKey key, @Nullable String kept) throws SQLException {
        TreeCheck check = null;
        var head = TreeHead.parse(SignedNote.parse(note).text());
        try (var events = rows(EventRow.SELECT);
                var tiles = rows(TileCursor.SELECT);
                var heads = rows(HeadCursor.SELECT)) {
            check = new TreeCheck(new HeadCursor(heads, key), kept == null ? null : HeadCursor.open(kept, key));
            readAll(events, new TileCursor(tiles), head.size(), check);
            check.end();
            return new Verification(check.size(), head, note, check.heads(), Optional.empty());
        } catch (FaultException e) {
            return check == null
                    ? new Verification(0, head, note, 0, Optional.of(e.fault()))
                    : new Verification(check.size(), head, note, check.heads(), Optional.of(e.fault()));
        }
    }

    private void readAll(ResultSet events, TileCursor tiles, long signed, TreeCheck check) throws SQLException {
        var streams = new Streams();
        while (events.next()) {
            var row = EventRow.of(events);
            long index = check.size();
            if (row.position() != index + 1) {
                throw new FaultException(new Fault(Math.min(row.position(), index + 1), "the event is missing"));
            }
            check.append(row.verified(index < signed ? tiles.leaf(index) : null));
            if (row.columns().sequence() != streams.count(row.columns().stream())) {
                throw row.fault("an event of its stream is missing before it");
            }
            if (check.size() == signed) {
                compareTiles(check);
            }
        }
    }

    /** Compares the tiles above the leaves, from which proofs are made. */
    private void compareTiles(TreeCheck check) throws SQLException {
        Map<String, Tile> expected = new HashMap<>();
        check.upperTiles().forEach(tile -> expected.put(name(tile), tile));
        try (var stored = rows("select tile.level, tile.index, tile.hashes from ledger.tile where tile.level > 0")) {
            while (stored.next()) {
                var tile = expected.remove(stored.getInt(1) + "/" + stored.getLong(2));
                if (tile != null && !Arrays.equals(tile.hashes(), stored.getBytes(3))) {
                    throw new FaultException(Fault.ofLog("The tile " + name(tile) + " is not that of its events"));
                }
            }
        }
        if (!expected.isEmpty()) {
            throw new FaultException(Fault.ofLog("Tiles are missing: " + expected.keySet()));
        }
    }

    private static String name(Tile tile) {
        return tile.level() + "/" + tile.index();
    }

    private ResultSet rows(String sql) throws SQLException {
        var statement = database.createStatement();
        statement.closeOnCompletion();
        statement.setFetchSize(ROWS);
        return statement.executeQuery(sql);
    }

    private <T> Optional<T> first(String sql, Column<T> column) throws SQLException {
        try (var rows = rows(sql)) {
            return rows.next() ? Optional.of(column.of(rows)) : Optional.empty();
        }
    }

    private interface Column<T> {
        T of(ResultSet row) throws SQLException;
    }
}
