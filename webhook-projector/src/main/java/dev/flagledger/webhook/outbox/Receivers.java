package dev.flagledger.webhook.outbox;

import dev.flagledger.api.event.CodeEvent;
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
import dev.flagledger.api.event.ErasureEvent;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.HealthEvent;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.ProjectEvent.TagChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.event.FlagEvents;
import dev.flagledger.ledger.history.Step;
import dev.flagledger.webhook.endpoint.Endpoint;
import dev.flagledger.webhook.endpoint.EndpointTable;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Maintains the table of receivers by the events of webhooks, and deletes those of deleted environments. */
@Component
class Receivers {

    private final EndpointTable endpoints;

    Receivers(EndpointTable endpoints) {
        this.endpoints = endpoints;
    }

    /** The update that an event requires; empty for most events. */
    Optional<Runnable> changed(Step<Installation> step) {
        return switch (FlagEvents.of(step.recorded()).event()) {
            case ProjectDeleted e ->
                step.before()
                        .project(e.projectId())
                        .map(project -> () -> project.environments().keySet().forEach(endpoints::removeAllOf));
            // The environment's project has been deleted.
            case EnvironmentEvent e
            when step.after().environment(e.environmentId()).isEmpty() ->
                Optional.of(() -> endpoints.removeAllOf(e.environmentId()));
            case EnvironmentEvent e -> changed(e);
            case ProjectCreated _, ProjectChanged _, TagCreated _, TagChanged _, TagDeleted _ -> Optional.empty();
            case OrganisationEvent _,
                    FeatureEvent _,
                    FlagEvent _,
                    VersionEvent _,
                    SegmentEvent _,
                    ManagedIdentityEvent _,
                    CodeEvent _,
                    ErasureEvent _,
                    HealthEvent _,
                    MetadataEvent _,
                    UserEvent _ -> Optional.empty();
        };
    }

    private Optional<Runnable> changed(EnvironmentEvent event) {
        return switch (event) {
            case WebhookAdded e ->
                Optional.of(() -> endpoints.put(new Endpoint(e.webhookId(), e.environmentId(), e.url(), e.enabled())));
            case WebhookChanged e ->
                Optional.of(() -> endpoints.put(new Endpoint(e.webhookId(), e.environmentId(), e.url(), e.enabled())));
            case WebhookRemoved e -> Optional.of(() -> endpoints.remove(e.webhookId()));
            case EnvironmentCreated _,
                    EnvironmentCloned _,
                    EnvironmentChanged _,
                    ServerKeyAdded _,
                    ServerKeyChanged _,
                    ServerKeyRemoved _,
                    VersioningEnabled _,
                    VersioningDisabled _,
                    FirstEvaluated _,
                    ServerKeyFirstUsed _,
                    TraitDeleted _,
                    FeaturesExported _,
                    EnvironmentDeleted _ -> Optional.empty();
        };
    }
}
