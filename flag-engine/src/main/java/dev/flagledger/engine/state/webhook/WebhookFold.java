package dev.flagledger.engine.state.webhook;

import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.api.event.WebhookEvent.MessagesRedelivered;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookChanged;
import dev.flagledger.api.event.WebhookEvent.WebhookPaused;
import dev.flagledger.api.event.WebhookEvent.WebhookRemoved;
import dev.flagledger.api.event.WebhookEvent.WebhookResumed;
import dev.flagledger.engine.Lookup;
import java.time.Instant;
import org.pcollections.PSortedMap;

/** Folds events into the webhooks of an owner. */
public final class WebhookFold {

    private WebhookFold() {}

    /** Returns the webhooks, by id, after an event of one of them. */
    public static PSortedMap<Integer, Webhook> evolve(
            PSortedMap<Integer, Webhook> webhooks, WebhookEvent event, Instant at) {
        int id = event.webhookId();
        return switch (event) {
            case WebhookAdded e -> webhooks.plus(id, new Webhook(id, e.owner(), e.settings(), at, at));
            case WebhookChanged e ->
                webhooks.plus(id, Lookup.required(webhooks, id, "webhook").with(e.settings(), at));
            case WebhookRemoved _ -> webhooks.minus(id);
            case MessagesRedelivered _, WebhookPaused _, WebhookResumed _ -> webhooks;
        };
    }
}
