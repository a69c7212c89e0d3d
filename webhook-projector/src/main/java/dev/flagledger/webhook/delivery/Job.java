package dev.flagledger.webhook.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A body that is due to one webhook.
 *
 * @param webhookId the receiver
 * @param environmentId where the change happened
 * @param position of the event in the log; while nothing fails, a webhook's bodies go out in this order
 * @param ordinal tells bodies of the same event apart, in the order to deliver
 * @param body the bytes to send and to sign
 * @param names whom the body names
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Job(int webhookId, int environmentId, long position, int ordinal, byte[] body, Names names) {

    /** One that names nobody. */
    public Job(int webhookId, int environmentId, long position, int ordinal, byte[] body) {
        this(webhookId, environmentId, position, ordinal, body, Names.NOBODY);
    }

    /**
     * Whom a body names.
     *
     * @param userId the user who did it; null if it was no user
     * @param identityId the identity that it is about; null if it is about none
     */
    public record Names(@Nullable Integer userId, @Nullable Integer identityId) {

        static final Names NOBODY = new Names(null, null);
    }
}
