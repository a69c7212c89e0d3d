package dev.flagledger.webhook.delivery.attempt;

import java.time.Instant;

/**
 * What the owner of a webhook is still to be told.
 *
 * @param id notices are told in this order
 * @param revision the number of the write of the webhook's row that an answer 410 is about; of other notices zero
 * @param at when it happened
 * @param outcome what came of the attempt that it follows from, for people
 */
public record Notice(long id, int webhookId, Kind kind, long revision, Instant at, String outcome) {

    /** What has happened. */
    public enum Kind {

        /** The circuit has opened. */
        PAUSED,

        /** The circuit has closed. */
        RESUMED,

        /** The receiver does not exist any more. */
        GONE
    }
}
