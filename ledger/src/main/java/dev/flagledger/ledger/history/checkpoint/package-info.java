/**
 * States stored part by part, encrypted, so that a start or a look into the past need not fold the whole log.
 */
@NullMarked
package dev.flagledger.ledger.history.checkpoint;

import org.jspecify.annotations.NullMarked;
