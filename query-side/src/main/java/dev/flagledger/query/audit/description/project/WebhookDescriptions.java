package dev.flagledger.query.audit.description.project;

import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.api.event.WebhookEvent.MessagesRedelivered;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookChanged;
import dev.flagledger.api.event.WebhookEvent.WebhookPaused;
import dev.flagledger.api.event.WebhookEvent.WebhookRemoved;
import dev.flagledger.api.event.WebhookEvent.WebhookResumed;
import dev.flagledger.api.webhook.ExtraType;
import dev.flagledger.api.webhook.MessageSelection;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.audit.AuditedKind;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.OwnedWebhooks;
import dev.flagledger.query.audit.description.EventDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is told of webhooks. */
public final class WebhookDescriptions {

    /** Secrets are not in the log, so that only the fact of a new one is told. */
    private static final String HIDDEN = "(hidden)";

    private WebhookDescriptions() {}

    public static Optional<EventDescription> of(Installation before, WebhookEvent event) {
        var known = Optional.ofNullable(OwnedWebhooks.of(before, event.owner()).get(event.webhookId()))
                .map(webhook -> webhook.settings());
        var kind = event.owner().kind() == WebhookOwner.Kind.IDENTITIES
                ? AuditedKind.IDENTITY_WEBHOOK
                : AuditedKind.WEBHOOK;
        return switch (event) {
            case WebhookAdded e -> Optional.of(added(kind, e.settings()));
            case WebhookChanged e -> known.map(old -> changed(kind, old, e));
            case WebhookPaused _ ->
                known.map(old -> EventDescription.of("Webhook paused, its receiver fails: " + old.url()));
            case WebhookResumed _ -> known.map(old -> EventDescription.of("Webhook resumed: " + old.url()));
            case MessagesRedelivered e ->
                known.map(old -> EventDescription.of(
                        "Messages delivered again to webhook: " + old.url(), changes(e.messages())));
            case WebhookRemoved _ -> known.map(old -> EventDescription.of(kind.deleted(old.url())));
        };
    }

    private static EventDescription added(AuditedKind kind, WebhookSettings now) {
        return EventDescription.of(
                kind.created(now.url()),
                List.of(new FieldChange("url", null, now.url()), new FieldChange("enabled", null, now.enabled())));
    }

    private static EventDescription changed(AuditedKind kind, WebhookSettings old, WebhookChanged event) {
        var now = event.settings();
        var changes = new ArrayList<>(FieldChange.differing(
                new FieldChange("url", old.url(), now.url()),
                new FieldChange("enabled", old.enabled(), now.enabled()),
                new FieldChange(
                        "payload", old.payload().wireName(), now.payload().wireName()),
                new FieldChange("order", old.order().wireName(), now.order().wireName()),
                new FieldChange("event_types", names(old), names(now)),
                new FieldChange(
                        "signing", old.signing().wireName(), now.signing().wireName())));
        if (event.secretChanged()) {
            changes.add(new FieldChange("secret", HIDDEN, HIDDEN));
        }
        return EventDescription.of(kind.updated(now.url()), List.copyOf(changes));
    }

    private static List<FieldChange> changes(MessageSelection messages) {
        return FieldChange.differing(
                new FieldChange("messages", null, messages.which().name().toLowerCase(Locale.ROOT)),
                new FieldChange("from", null, messages.from()),
                new FieldChange("to", null, messages.to()),
                new FieldChange("since", null, messages.since() == null ? null : WireTime.rest(messages.since())));
    }

    private static List<String> names(WebhookSettings settings) {
        return settings.extraTypes().stream().map(ExtraType::name).toList();
    }
}
