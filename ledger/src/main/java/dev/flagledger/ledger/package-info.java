/** The event log and its infrastructure: order, stored form, folds and projections. Independent of the domain. */
@NullMarked
package dev.flagledger.ledger;

import org.jspecify.annotations.NullMarked;
