/**
 * The event log on PostgreSQL: how events are stored, in what order, and how readers learn of new ones. Every reader, in
 * every process, sees every event once and in the same order.
 */
@NullMarked
package dev.flagledger.ledger.log;

import org.jspecify.annotations.NullMarked;
