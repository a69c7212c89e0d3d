/**
 * How the processes of an installation wake each other, over the PostgreSQL that they share anyway. A signal carries no
 * news, only that there may be some, and at most of what; it saves a wait, and nothing may depend on it.
 */
@NullMarked
package dev.flagledger.ledger.signal;

import org.jspecify.annotations.NullMarked;
