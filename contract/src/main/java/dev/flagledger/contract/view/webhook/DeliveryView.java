package dev.flagledger.contract.view.webhook;

import org.jspecify.annotations.Nullable;

/**
 * A delivery in a list.
 *
 * @param id the {@code webhook-id} that the receiver gets
 * @param webhook the id of the webhook
 * @param number the number of this delivery among all
 * @param redelivers the number of the delivery that it repeats; null if it repeats none
 * @param sequence the number of the message among those of the webhook
 * @param position the position of the event that it reports
 * @param status {@code pending}, {@code delivered}, {@code failed} or {@code cancelled}
 * @param createdAt the time of queueing
 * @param attemptCount the number of recorded attempts
 * @param nextAttemptAt the time of the next attempt, or of that of the delivery that this one waits for; null unless pending
 * @param lastStatus the HTTP status of the last recorded attempt; null if it had none
 * @param lastError why the last recorded attempt had no status; null if it had one
 */
public record DeliveryView(
        String id,
        int webhook,
        long number,
        @Nullable Long redelivers,
        long sequence,
        long position,
        String status,
        String createdAt,
        int attemptCount,
        @Nullable String nextAttemptAt,
        @Nullable Integer lastStatus,
        @Nullable String lastError) {}
