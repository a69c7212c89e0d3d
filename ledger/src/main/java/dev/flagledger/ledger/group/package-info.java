/** Combines concurrent calls into groups that one of the callers processes. */
@NullMarked
package dev.flagledger.ledger.group;

import org.jspecify.annotations.NullMarked;
