package dev.flagledger.query.audit.wide;

import static dev.flagledger.contract.view.audit.AuditedKind.WEBHOOK;

import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.EnvironmentEvent.FeaturesExported;
import dev.flagledger.api.event.EnvironmentEvent.FirstEvaluated;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyChanged;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyFirstUsed;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyRemoved;
import dev.flagledger.api.event.EnvironmentEvent.TraitDeleted;
import dev.flagledger.api.event.EnvironmentEvent.VersioningDisabled;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.event.EnvironmentEvent.WebhookAdded;
import dev.flagledger.api.event.EnvironmentEvent.WebhookChanged;
import dev.flagledger.api.event.EnvironmentEvent.WebhookRemoved;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Webhook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is told of environments beside the contract's lines: their webhooks, and the first request of an application. */
final class EnvironmentEvents {

    /** Secrets are not in the log, so that only the fact of a new one is told. */
    private static final String HIDDEN = "(hidden)";

    private EnvironmentEvents() {}

    static Optional<Told> of(Installation before, EnvironmentEvent event) {
        return switch (event) {
            case WebhookAdded e ->
                Optional.of(Told.of(
                        WEBHOOK.created(e.url()),
                        List.of(new FieldChange("url", null, e.url()), new FieldChange("enabled", null, e.enabled()))));
            case WebhookChanged e -> known(before, e, e.webhookId()).map(old -> changed(old, e));
            case WebhookRemoved e -> known(before, e, e.webhookId()).map(old -> Told.of(WEBHOOK.deleted(old.url())));
            case ServerKeyFirstUsed e ->
                before.environment(e.environmentId())
                        .map(environment -> environment.serverKeys().get(e.keyId()))
                        .map(issued ->
                                Told.of(EventTexts.keyFirstUsed(issued.key().name())));
            case FirstEvaluated e -> Optional.of(Told.of(EventTexts.firstEvaluated(e.sdk())));
            case TraitDeleted e -> Optional.of(Told.of(EventTexts.traitDeleted(e.key())));
            case FeaturesExported e -> Optional.of(Told.of(EventTexts.featuresExported(e.exportId())));
            case EnvironmentCreated _,
                    EnvironmentCloned _,
                    EnvironmentChanged _,
                    ServerKeyAdded _,
                    ServerKeyChanged _,
                    ServerKeyRemoved _,
                    VersioningEnabled _,
                    VersioningDisabled _,
                    EnvironmentDeleted _ -> Optional.empty();
        };
    }

    private static Told changed(Webhook old, WebhookChanged now) {
        var changes = new ArrayList<>(FieldChange.differing(
                new FieldChange("url", old.url(), now.url()),
                new FieldChange("enabled", old.enabled(), now.enabled())));
        if (now.secretChanged()) {
            changes.add(new FieldChange("secret", HIDDEN, HIDDEN));
        }
        return Told.of(WEBHOOK.updated(now.url()), List.copyOf(changes));
    }

    private static Optional<Webhook> known(Installation before, EnvironmentEvent event, int webhookId) {
        return before.environment(event.environmentId())
                .map(environment -> environment.webhooks().get(webhookId));
    }
}
