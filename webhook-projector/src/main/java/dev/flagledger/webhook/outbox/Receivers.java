package dev.flagledger.webhook.outbox;

import dev.flagledger.api.event.CodeEvent;
import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.ErasureEvent;
import dev.flagledger.api.event.ExportEvent;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.HealthEvent;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.OrganisationDeleted;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.ProjectEvent.TagChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.api.event.WebhookEvent.MessagesRedelivered;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookChanged;
import dev.flagledger.api.event.WebhookEvent.WebhookPaused;
import dev.flagledger.api.event.WebhookEvent.WebhookRemoved;
import dev.flagledger.api.event.WebhookEvent.WebhookResumed;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.event.FlagEvents;
import dev.flagledger.ledger.history.Step;
import dev.flagledger.webhook.endpoint.Endpoint;
import dev.flagledger.webhook.endpoint.EndpointTable;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Maintains the table of receivers by the events of webhooks, and deletes those of deleted owners. */
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
                        .map(project -> () -> project.environments().keySet().stream()
                                .map(WebhookOwner::environment)
                                .forEach(endpoints::removeAllOf));
            case OrganisationDeleted e ->
                Optional.of(() -> endpoints.removeAllOf(WebhookOwner.organisation(e.organisationId())));
            // Also any later event, since the environment's project may have been deleted.
            case EnvironmentEvent e
            when step.after().environment(e.environmentId()).isEmpty() ->
                Optional.of(() -> endpoints.removeAllOf(WebhookOwner.environment(e.environmentId())));
            // Evaluations are told by the node that makes them.
            case WebhookEvent e when e.owner().kind() == WebhookOwner.Kind.IDENTITIES -> Optional.empty();
            case WebhookEvent e
            when !exists(e.owner(), step.after()) -> Optional.of(() -> endpoints.remove(e.webhookId()));
            case WebhookAdded e ->
                Optional.of(() -> endpoints.put(new Endpoint(e.webhookId(), e.owner(), e.settings())));
            case WebhookChanged e ->
                Optional.of(() -> endpoints.put(new Endpoint(e.webhookId(), e.owner(), e.settings())));
            case WebhookRemoved e -> Optional.of(() -> endpoints.remove(e.webhookId()));
            case WebhookPaused _, WebhookResumed _ -> Optional.empty();
            case MessagesRedelivered e -> Optional.of(() -> endpoints.resume(e.webhookId()));
            case ProjectCreated _, ProjectChanged _, TagCreated _, TagChanged _, TagDeleted _ -> Optional.empty();
            case OrganisationEvent _,
                    EnvironmentEvent _,
                    FeatureEvent _,
                    FlagEvent _,
                    VersionEvent _,
                    SegmentEvent _,
                    ManagedIdentityEvent _,
                    CodeEvent _,
                    ErasureEvent _,
                    ExportEvent _,
                    HealthEvent _,
                    MetadataEvent _,
                    UserEvent _ -> Optional.empty();
        };
    }

    private static boolean exists(WebhookOwner owner, Installation installation) {
        return switch (owner.kind()) {
            case ENVIRONMENT, IDENTITIES -> installation.environment(owner.id()).isPresent();
            case ORGANISATION -> installation.organisation(owner.id()).isPresent();
        };
    }
}
