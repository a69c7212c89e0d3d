/** Proofs of the log for those who do not trust the server: signed checkpoints, Merkle proofs, tiles, and entries as stored. */
@NullMarked
package dev.flagledger.query.proof;

import org.jspecify.annotations.NullMarked;
