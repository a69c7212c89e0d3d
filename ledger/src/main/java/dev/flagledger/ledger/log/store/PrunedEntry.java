package dev.flagledger.ledger.log.store;

import dev.flagledger.ledger.log.entry.Entry;
import dev.flagledger.ledger.proof.entry.EntryColumns;
import dev.flagledger.ledger.proof.tree.Hash;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of an event whose entry was pruned.
 *
 * @param columns what the row says of it; not covered by a hash any more
 * @param leaf the leaf hash of the entry
 * @param residue what folds still need; null for nothing
 */
public record PrunedEntry(
        EntryColumns columns, Hash leaf, @Nullable Entry residue) {}
