package dev.flagledger.ledger.proof.verify.database;

import dev.flagledger.ledger.proof.note.InvalidNoteException;
import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.verify.Fault;
import dev.flagledger.ledger.proof.verify.FaultException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The stored heads in order, each with a valid signature. */
final class HeadCursor implements Iterator<TreeHead> {

    static final String SELECT =
            "select tree_head.size, tree_head.root, tree_head.note from ledger.tree_head order by tree_head.size";

    private final ResultSet rows;
    private final VerifierKey key;
    private @Nullable TreeHead next;

    /** {@code key} is the key of the log, under its present name; heads may have an earlier one. */
    HeadCursor(ResultSet rows, VerifierKey key) {
        this.rows = rows;
        this.key = key;
        this.next = read();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public TreeHead next() {
        var head = next;
        if (head == null) {
            throw new NoSuchElementException();
        }
        next = read();
        return head;
    }

    private @Nullable TreeHead read() {
        try {
            return rows.next() ? head(rows.getLong(1), rows.getBytes(2), rows.getString(3)) : null;
        } catch (SQLException e) {
            throw new IllegalStateException("The checkpoints cannot be read", e);
        }
    }

    private TreeHead head(long size, byte[] root, String note) {
        try {
            var head = key.openAnyName(note);
            if (head.size() == size && Arrays.equals(head.root().bytes(), root)) {
                return head;
            }
        } catch (InvalidNoteException e) {
            throw fault(size, e.getMessage());
        }
        throw fault(size, "Its note is about another tree");
    }

    private static FaultException fault(long size, @Nullable String why) {
        return new FaultException(Fault.ofLog("The checkpoint of " + size + " events is not valid: " + why));
    }
}
