/**
 * Merkle trees as in RFC 6962, stored in tiles as in C2SP's tlog-tiles: hashes, roots, and proofs of inclusion and consistency. Knows
 * neither the log nor a database.
 */
@NullMarked
package dev.flagledger.ledger.proof.tree;

import org.jspecify.annotations.NullMarked;
