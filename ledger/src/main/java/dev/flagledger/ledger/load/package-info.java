/** Limits that keep one kind of work from affecting the others. */
@NullMarked
package dev.flagledger.ledger.load;

import org.jspecify.annotations.NullMarked;
