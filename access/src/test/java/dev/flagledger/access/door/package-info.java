/** What every request meets before a controller does: the contract's rules, the ledger's positions and who is asking, together. */
@NullMarked
package dev.flagledger.access.door;

import org.jspecify.annotations.NullMarked;
