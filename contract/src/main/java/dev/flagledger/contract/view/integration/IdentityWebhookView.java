package dev.flagledger.contract.view.integration;

import dev.flagledger.engine.state.webhook.Webhook;

/** The webhook of an environment for identities, in the admin API. {@code secret} is empty if there is none. */
public record IdentityWebhookView(int id, String url, String secret) {

    public static IdentityWebhookView of(Webhook webhook, String secret) {
        return new IdentityWebhookView(webhook.id(), webhook.settings().url(), secret);
    }
}
