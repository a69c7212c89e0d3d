/**
 * The proof that the log was not changed: a Merkle tree over its entries, written behind the appends, whose heads are signed. It is
 * read here to prove an entry or the growth of the log to others.
 */
@NullMarked
package dev.flagledger.ledger.proof;

import org.jspecify.annotations.NullMarked;
