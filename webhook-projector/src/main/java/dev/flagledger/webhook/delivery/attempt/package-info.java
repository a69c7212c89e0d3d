/**
 * What follows from attempts: when the next one of a delivery is, when a receiver is left alone, and what is recorded. Attempts are
 * recorded in groups, each in a transaction.
 */
@NullMarked
package dev.flagledger.webhook.delivery.attempt;

import org.jspecify.annotations.NullMarked;
