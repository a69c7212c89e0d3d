/**
 * What grows without end and need not: rows that are over and old. Each owner of such a table says in one statement what of it
 * may go, and for how long it is kept; this room deletes. The log itself is never pruned.
 */
@NullMarked
package dev.flagledger.ledger.retention;

import org.jspecify.annotations.NullMarked;
