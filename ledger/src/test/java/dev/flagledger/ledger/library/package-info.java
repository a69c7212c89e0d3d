/** A domain of its own, on which the ledger is tried: so that the ledger stays free of flags. */
@NullMarked
package dev.flagledger.ledger.library;

import org.jspecify.annotations.NullMarked;
