package dev.flagledger.api.event;

import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;

/** Events of a webhook. Its secrets are stored outside the log. */
public sealed interface WebhookEvent extends LedgerEvent {

    int webhookId();

    WebhookOwner owner();

    record WebhookAdded(int webhookId, WebhookOwner owner, WebhookSettings settings) implements WebhookEvent {}

    record WebhookChanged(int webhookId, WebhookOwner owner, WebhookSettings settings, boolean secretChanged)
            implements WebhookEvent {}

    record WebhookRemoved(int webhookId, WebhookOwner owner) implements WebhookEvent {}
}
