/** What entries say of themselves, read without the code that writes them. */
@NullMarked
package dev.flagledger.ledger.proof.entry;

import org.jspecify.annotations.NullMarked;
