package dev.flagledger.query.identity;

import dev.flagledger.api.LedgerEvent;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.identity.IdentityEvent;
import dev.flagledger.api.identity.IdentityEvent.IdentityCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.identity.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.identity.IdentityEvent.TraitsChanged;
import dev.flagledger.api.project.ProjectEvent.ProjectDeleted;
import dev.flagledger.platform.identity.Identities;
import dev.flagledger.platform.log.EventLog;
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
            default -> {
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
            case IdentityOverrideCreated _, IdentityOverrideUpdated _, IdentityOverrideRemoved _ -> {
                // the fold has them
            }
        }
    }

    @ResetHandler
    void forget() {
        traits.clear();
        identities.clear();
    }
}
