/**
 * Turns events into queued payloads: each change of a flag is queued once per webhook of its environment, in the transaction that
 * advances the projection's position. Closed to replay: nothing is queued twice.
 */
@NullMarked
package dev.flagledger.webhook.outbox;

import org.jspecify.annotations.NullMarked;
