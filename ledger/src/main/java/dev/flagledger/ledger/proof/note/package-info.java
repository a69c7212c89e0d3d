/** Signed notes and checkpoints as in C2SP: the signed statement that a log had a size and a root hash. */
@NullMarked
package dev.flagledger.ledger.proof.note;

import org.jspecify.annotations.NullMarked;
