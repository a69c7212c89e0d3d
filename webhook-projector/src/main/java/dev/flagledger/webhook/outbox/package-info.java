/**
 * Turns events into queued payloads: each change of a flag is queued once per webhook of its environment and of its organisation, as is
 * each line of the audit log for those that are told of it, in the transaction that advances the projection's position. Closed to
 * replay: nothing is queued twice.
 */
@NullMarked
package dev.flagledger.webhook.outbox;

import org.jspecify.annotations.NullMarked;
