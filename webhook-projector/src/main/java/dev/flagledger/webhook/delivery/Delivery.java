package dev.flagledger.webhook.delivery;

import dev.flagledger.webhook.sending.Message;
import java.time.Duration;
import java.time.Instant;

/**
 * A delivery that this node has leased in order to make its next attempt.
 *
 * @param id of the row
 * @param messageId what the receiver sees as the id, the same at every attempt and after any replay of the log
 * @param webhookId the receiver
 * @param url the receiver's URL at the time of the lease
 * @param body the bytes to send
 * @param createdAt when it was queued
 * @param attempt the number of this attempt, from 1
 * @param startedAt when it was leased, by the database's clock
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Delivery(
        long id,
        String messageId,
        int webhookId,
        String url,
        byte[] body,
        Instant createdAt,
        int attempt,
        Instant startedAt) {

    Message messageSignedWith(String secret) {
        return new Message(messageId, url, secret, body, startedAt);
    }

    Duration age() {
        return Duration.between(createdAt, startedAt);
    }
}
