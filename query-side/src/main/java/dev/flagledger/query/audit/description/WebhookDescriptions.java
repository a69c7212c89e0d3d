package dev.flagledger.query.audit.description;

import static dev.flagledger.contract.view.audit.AuditedKind.WEBHOOK;

import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.EnvironmentEvent.WebhookAdded;
import dev.flagledger.api.event.EnvironmentEvent.WebhookChanged;
import dev.flagledger.api.event.EnvironmentEvent.WebhookRemoved;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Webhook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is told of the webhooks of an environment. */
final class WebhookDescriptions {

    /** Secrets are not in the log, so that only the fact of a new one is told. */
    private static final String HIDDEN = "(hidden)";

    private WebhookDescriptions() {}

    static EventDescription added(WebhookAdded event) {
        return EventDescription.of(
                WEBHOOK.created(event.url()),
                List.of(new FieldChange("url", null, event.url()), new FieldChange("enabled", null, event.enabled())));
    }

    static Optional<EventDescription> changed(Installation before, WebhookChanged event) {
        return known(before, event, event.webhookId()).map(old -> changed(old, event));
    }

    static Optional<EventDescription> removed(Installation before, WebhookRemoved event) {
        return known(before, event, event.webhookId()).map(old -> EventDescription.of(WEBHOOK.deleted(old.url())));
    }

    private static EventDescription changed(Webhook old, WebhookChanged now) {
        var changes = new ArrayList<>(FieldChange.differing(
                new FieldChange("url", old.url(), now.url()),
                new FieldChange("enabled", old.enabled(), now.enabled())));
        if (now.secretChanged()) {
            changes.add(new FieldChange("secret", HIDDEN, HIDDEN));
        }
        return EventDescription.of(WEBHOOK.updated(now.url()), List.copyOf(changes));
    }

    private static Optional<Webhook> known(Installation before, EnvironmentEvent event, int webhookId) {
        return before.environment(event.environmentId())
                .map(environment -> environment.webhooks().get(webhookId));
    }
}
