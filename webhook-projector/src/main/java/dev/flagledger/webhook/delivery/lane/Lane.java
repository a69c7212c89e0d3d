package dev.flagledger.webhook.delivery.lane;

import java.time.Instant;

/**
 * A lane as this node has leased it.
 *
 * @param key its webhook and number
 * @param url the webhook's URL
 * @param revision the number of the write of the webhook's row that the URL is from
 * @param queued how often something had been queued
 * @param lease the number of the lease
 * @param attempt the number, in the schedule, of the attempt that the lane's first delivery is now due for, from 1; of a probe, that of
 *     the last attempt
 * @param probe whether the first delivery is not due, but tells whether the receiver is back
 * @param until the end of the lease
 */
public record Lane(
        Key key, String url, long revision, int queued, int lease, int attempt, boolean probe, Instant until) {

    /** What identifies a lane. They are locked in this order. */
    public record Key(int webhookId, long number) {}

    public int webhookId() {
        return key.webhookId();
    }
}
