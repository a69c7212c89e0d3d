/**
 * From events to what receivers are to be told: each change of a flag is put into the queue once for each webhook of its
 * environment, in the transaction that moves the projection's token. Closed to replay: what was told stays told.
 */
@NullMarked
package dev.flagledger.webhook.outbox;

import org.jspecify.annotations.NullMarked;
