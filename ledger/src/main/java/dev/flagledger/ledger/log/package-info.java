/**
 * The terms that both logs and their users share: events with who recorded them, and what an append is about. The packages
 * below hold the form of what is stored, the ways to append, and the readers.
 */
@NullMarked
package dev.flagledger.ledger.log;

import org.jspecify.annotations.NullMarked;
