/** Flags in the ledger: what all sides share. */
@NullMarked
package dev.flagledger.installation;

import org.jspecify.annotations.NullMarked;
