package dev.flagledger.query.identity;

import dev.flagledger.api.event.CodeEvent;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.EnvironmentEvent.FirstEvaluated;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyChanged;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyRemoved;
import dev.flagledger.api.event.EnvironmentEvent.VersioningDisabled;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.event.EnvironmentEvent.WebhookAdded;
import dev.flagledger.api.event.EnvironmentEvent.WebhookChanged;
import dev.flagledger.api.event.EnvironmentEvent.WebhookRemoved;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.HealthEvent;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.event.LedgerEvent;
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
import dev.flagledger.ledger.log.EventLog;
import dev.flagledger.platform.identity.Identities;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.stereotype.Component;

/** Keeps the register of identities: one event after the other, in the transaction that moves its token. */
@Component
@ProcessingGroup(Identities.PROJECTION)
class IdentityProjection {

    private final IdentityTable identities;
    private final TraitTable traits;

    IdentityProjection(IdentityTable identities, TraitTable traits) {
        this.identities = identities;
        this.traits = traits;
    }

    @EventHandler
    void on(LedgerEvent event, TrackedEventMessage<?> message, @SequenceNumber long version) {
        switch (event) {
            case IdentityEvent e -> {
                on(e, message);
                identities.reached(e, version);
            }
            case EnvironmentCreated e -> identities.open(e.environmentId(), e.projectId());
            case EnvironmentCloned e -> identities.open(e.environmentId(), e.projectId());
            case EnvironmentDeleted e -> {
                traits.removeOfEnvironment(e.environmentId());
                identities.closeEnvironment(e.environmentId());
            }
            case ProjectDeleted e -> {
                traits.removeOfProject(e.projectId());
                identities.closeProject(e.projectId());
            }
            case EnvironmentChanged _,
                    WebhookAdded _,
                    WebhookChanged _,
                    WebhookRemoved _,
                    ServerKeyAdded _,
                    ServerKeyChanged _,
                    ServerKeyRemoved _,
                    VersioningEnabled _,
                    VersioningDisabled _,
                    FirstEvaluated _,
                    ProjectCreated _,
                    ProjectChanged _,
                    TagCreated _,
                    TagChanged _,
                    TagDeleted _ -> {
                // says nothing of identities
            }
            case OrganisationEvent _,
                    FeatureEvent _,
                    FlagEvent _,
                    VersionEvent _,
                    SegmentEvent _,
                    ManagedIdentityEvent _,
                    CodeEvent _,
                    HealthEvent _,
                    MetadataEvent _,
                    UserEvent _ -> {
                // says nothing of identities
            }
        }
    }

    private void on(IdentityEvent event, TrackedEventMessage<?> message) {
        switch (event) {
            case IdentityCreated e ->
                identities.add(e, EventLog.recorded(message).position());
            case IdentityRenamed e -> identities.rename(e);
            case TraitsChanged e -> {
                traits.remove(e);
                traits.set(e, EventLog.recorded(message).at());
            }
            case IdentityDeleted e -> {
                traits.removeOfIdentity(e.identityId());
                identities.remove(e);
            }
        }
    }

    @ResetHandler
    void forget() {
        traits.clear();
        identities.clear();
    }
}
