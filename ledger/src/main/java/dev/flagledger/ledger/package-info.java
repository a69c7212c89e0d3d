/** The log and all that makes it a ledger: order, stored bytes, folds, projections. Knows nothing of flags. */
@NullMarked
package dev.flagledger.ledger;

import org.jspecify.annotations.NullMarked;
