package dev.flagledger.webhook.delivery;

import dev.flagledger.api.webhook.DeliveryOrder;
import dev.flagledger.api.webhook.PayloadForm;
import dev.flagledger.api.webhook.WebhookSettings;
import org.jspecify.annotations.Nullable;

/**
 * A body to deliver to one webhook.
 *
 * @param webhookId the receiver
 * @param environmentId the environment of the change; null if it is in none
 * @param featureId the feature that the body is about, by which a webhook may want its bodies in order; null if it is about none
 * @param position the event's position in the log, whose order is that of a webhook's bodies
 * @param ordinal the order of the body among those of the same event
 * @param body the bytes to sign and send
 * @param persons the persons whose data the body contains
 * @param manner how the webhook wanted its bodies at the time of the event
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Job(
        int webhookId,
        @Nullable Integer environmentId,
        @Nullable Integer featureId,
        long position,
        int ordinal,
        byte[] body,
        Persons persons,
        Manner manner) {

    /**
     * The persons whose data a body contains.
     *
     * @param userId the author or, if that is no user, the user whom a line of the audit log names; null for none
     * @param identityId the identity of the override; null for other changes
     */
    public record Persons(
            @Nullable Integer userId, @Nullable Integer identityId) {}

    /**
     * How a webhook is sent a body.
     *
     * @param numbered whether the body has a place for its number: the forms of the past have none
     */
    public record Manner(DeliveryOrder order, boolean numbered) {

        /** The manner that a webhook's settings ask for. */
        public static Manner of(WebhookSettings settings) {
            return new Manner(settings.order(), settings.payload() == PayloadForm.CURRENT);
        }
    }
}
