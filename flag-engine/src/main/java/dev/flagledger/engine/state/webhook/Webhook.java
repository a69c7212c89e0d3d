package dev.flagledger.engine.state.webhook;

import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import java.time.Instant;

/** A webhook of an environment or organisation. */
public record Webhook(int id, WebhookOwner owner, WebhookSettings settings, Instant createdAt, Instant updatedAt) {

    Webhook with(WebhookSettings changed, Instant at) {
        return new Webhook(id, owner, changed, createdAt, at);
    }
}
