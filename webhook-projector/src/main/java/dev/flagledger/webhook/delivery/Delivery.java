package dev.flagledger.webhook.delivery;

import dev.flagledger.access.secret.SigningKeys;
import dev.flagledger.webhook.sending.Message;
import java.time.Instant;

/**
 * A delivery that this node has leased for its next attempt.
 *
 * @param id the id of the row
 * @param messageId the id that the receiver sees, the same for all attempts and after a replay of the log
 * @param webhookId the receiver
 * @param url the webhook's URL at the time of the lease
 * @param body the bytes to send
 * @param attempt the number of this attempt, from 1
 * @param startedAt the time of the lease, by the database's clock
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Delivery(long id, String messageId, int webhookId, String url, byte[] body, int attempt, Instant startedAt) {

    Message messageSignedWith(SigningKeys keys) {
        return new Message(messageId, url, keys, body, startedAt);
    }
}
