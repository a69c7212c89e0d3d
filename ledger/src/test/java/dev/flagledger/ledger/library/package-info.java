/** A small domain that tests the ledger independently of flags. */
@NullMarked
package dev.flagledger.ledger.library;

import org.jspecify.annotations.NullMarked;
