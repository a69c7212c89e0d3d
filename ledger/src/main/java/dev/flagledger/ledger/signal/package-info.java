/**
 * Signals between the processes of an installation, over PostgreSQL. A signal says that there may be something new, and at most of
 * what kind; it shortens a wait, and may be lost.
 */
@NullMarked
package dev.flagledger.ledger.signal;

import org.jspecify.annotations.NullMarked;
