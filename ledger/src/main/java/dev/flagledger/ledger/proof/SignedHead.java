package dev.flagledger.ledger.proof;

import dev.flagledger.ledger.proof.tree.Hash;

/**
 * A state of the tree that was signed.
 *
 * @param size the number of events
 * @param note the signed note, as it is published
 */
public record SignedHead(long size, Hash root, String note) {}
