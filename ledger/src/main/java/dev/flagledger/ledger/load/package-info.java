/** Keeps one kind of work from harming all others. */
@NullMarked
package dev.flagledger.ledger.load;

import org.jspecify.annotations.NullMarked;
