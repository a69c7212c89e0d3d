package dev.flagledger.contract.view.webhook;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.webhook.Webhook;

/** A webhook of an organisation in the admin API, whose fields have another order. {@code secret} is empty if there is none. */
public record OrganisationWebhookView(
        int id, String url, boolean enabled, String secret, String createdAt, String updatedAt) {

    public static OrganisationWebhookView of(Webhook webhook, String secret) {
        return new OrganisationWebhookView(
                webhook.id(),
                webhook.settings().url(),
                webhook.settings().enabled(),
                secret,
                WireTime.rest(webhook.createdAt()),
                WireTime.rest(webhook.updatedAt()));
    }
}
