package dev.flagledger.webhook.log.message;

import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * A message of a webhook, however often and with what success it was delivered.
 *
 * @param id the {@code webhook-id} that the receiver gets
 * @param sequence the number of the message among those of the webhook
 * @param position the position of the event that it reports
 * @param createdAt the time of queueing
 * @param body the JSON that is sent, byte for byte
 */
record MessageView(
        String id,
        long sequence,
        long position,
        String createdAt,
        @JsonRawValue String body) {}
