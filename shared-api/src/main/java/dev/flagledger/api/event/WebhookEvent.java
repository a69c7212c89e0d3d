package dev.flagledger.api.event;

import dev.flagledger.api.webhook.MessageSelection;
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

    /** Messages are held back, since the receiver has failed several times in succession. */
    record WebhookPaused(int webhookId, WebhookOwner owner) implements WebhookEvent {}

    /** The receiver acknowledges again. */
    record WebhookResumed(int webhookId, WebhookOwner owner) implements WebhookEvent {}

    /** Messages are to be delivered again. */
    record MessagesRedelivered(int webhookId, WebhookOwner owner, MessageSelection messages) implements WebhookEvent {}
}
