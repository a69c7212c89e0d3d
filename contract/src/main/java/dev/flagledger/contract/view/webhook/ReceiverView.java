package dev.flagledger.contract.view.webhook;

import org.jspecify.annotations.Nullable;

/**
 * The state of a webhook's receiver.
 *
 * @param status {@code active}, {@code paused} while it gets probes only, or {@code gone} if its answer 410 has disabled the webhook
 * @param pausedSince null unless paused
 * @param goneSince null unless gone
 * @param notBefore the time before which nothing is sent; null if the receiver is not left alone
 * @param failures the failed attempts since the last acknowledgement
 * @param sequence the number of the last message that was queued; 0 before the first
 */
public record ReceiverView(
        String status,
        @Nullable String pausedSince,
        @Nullable String goneSince,
        @Nullable String notBefore,
        int failures,
        long sequence) {}
