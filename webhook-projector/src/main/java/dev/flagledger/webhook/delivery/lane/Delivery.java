package dev.flagledger.webhook.delivery.lane;

import dev.flagledger.access.secret.SigningKeys;
import dev.flagledger.webhook.payload.SequencedBody;
import dev.flagledger.webhook.sending.Message;
import java.time.Instant;

/**
 * A pending delivery of a leased lane.
 *
 * @param id the id of the row
 * @param messageId the id that the receiver sees, the same for all attempts and after a replay of the log
 * @param sequence the number of the message among those of its webhook
 * @param body the body, without the number
 * @param numbered whether the number is to be in the body
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Delivery(long id, MessageId messageId, long sequence, byte[] body, boolean numbered) {

    /**
     * The message of an attempt.
     *
     * @param keys what to sign with
     * @param at the start of the attempt
     */
    public Message message(Lane lane, SigningKeys keys, Instant at) {
        var sent = SequencedBody.sent(body, sequence, numbered);
        return new Message(messageId.toString(), sequence, lane.url(), keys, sent, at);
    }
}
