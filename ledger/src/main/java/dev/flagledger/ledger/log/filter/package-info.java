/** Which events of the log are wanted, by what is stored of each beside its entry, so that pruned ones are found, too. */
@NullMarked
package dev.flagledger.ledger.log.filter;

import org.jspecify.annotations.NullMarked;
