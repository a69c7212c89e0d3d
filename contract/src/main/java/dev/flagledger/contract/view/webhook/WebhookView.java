package dev.flagledger.contract.view.webhook;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.webhook.Webhook;

/** A webhook in the admin API. {@code secret} is empty if there is none, or if the caller may not read it. */
public record WebhookView(int id, String url, boolean enabled, String createdAt, String updatedAt, String secret) {

    public static WebhookView of(Webhook webhook, String secret) {
        return new WebhookView(
                webhook.id(),
                webhook.settings().url(),
                webhook.settings().enabled(),
                WireTime.rest(webhook.createdAt()),
                WireTime.rest(webhook.updatedAt()),
                secret);
    }
}
