/** Calls that meet are done together, by one of the callers for all. */
@NullMarked
package dev.flagledger.ledger.group;

import org.jspecify.annotations.NullMarked;
