package dev.flagledger.ledger.proof.verify.database;

import dev.flagledger.ledger.proof.entry.EntryColumns;
import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.verify.FaultException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The comparison of a row of the log with the hash that was signed, and of its columns with its entry. */
record EventCheck(EventRow row) {

    /**
     * The hash of the entry, after it was compared with the leaf, the tree and the columns.
     *
     * @param signed the hash that the tree has; null if it does not have this event yet
     * @throws FaultException if something differs
     */
    Hash verified(@Nullable Hash signed) {
        var entry = row.entry();
        if (entry == null) {
            return pruned(signed);
        }
        var hash = Hash.ofLeaf(entry);
        boolean own = Arrays.equals(hash.bytes(), row.leaf());
        if (signed != null && !hash.equals(signed)) {
            throw row.fault(
                    own ? "entry and leaf are not those that were signed" : "the entry is not the one that was signed");
        }
        if (!own) {
            throw row.fault("the leaf is not the hash of the entry");
        }
        var said = EntryColumns.of(entry);
        if (said == null) {
            throw row.fault("the entry has another form");
        }
        var column = said.differing(row.columns());
        if (column != null) {
            throw row.fault("the column " + column + " is not what the entry says");
        }
        return hash;
    }

    /** Of a pruned event there is only the leaf, which has to be the signed one. */
    private Hash pruned(@Nullable Hash signed) {
        var leaf = Hash.of(row.leaf());
        if (signed != null && !leaf.equals(signed)) {
            throw row.fault("the leaf of the pruned event is not the one that was signed");
        }
        return leaf;
    }
}
