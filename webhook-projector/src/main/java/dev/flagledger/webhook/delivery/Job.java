package dev.flagledger.webhook.delivery;

/**
 * A body that is due to one webhook.
 *
 * @param webhookId the receiver
 * @param environmentId where the change happened
 * @param position of the event in the log; while nothing fails, a webhook's bodies go out in this order
 * @param ordinal tells bodies of the same event apart, in the order to deliver
 * @param body the bytes to send and to sign
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Job(int webhookId, int environmentId, long position, int ordinal, byte[] body) {}
