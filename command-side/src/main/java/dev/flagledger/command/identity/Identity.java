package dev.flagledger.command.identity;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.api.identity.IdentityCommand.OverrideForIdentity;
import dev.flagledger.api.identity.IdentityEvent;
import dev.flagledger.api.identity.IdentityEvent.IdentityCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideUpdated;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Guards the overrides of one identity. It comes to be with the first of them. */
@Aggregate(type = "identity", cache = "currentAggregates")
class Identity {

    @AggregateIdentifier
    @Nullable String id;

    private int identityId;
    private final Map<Integer, Setting> overrides = new HashMap<>();

    Identity() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OverrideForIdentity command) {
        if (id == null) {
            apply(new IdentityCreated(command.environmentId(), command.ids().identityId(), command.identifier()));
        }
        var existing = overrides.get(command.featureId());
        if (existing == null) {
            create(command);
        } else if (!existing.sets(command.enabled(), command.value())) {
            apply(new IdentityOverrideUpdated(
                    command.environmentId(),
                    identityId,
                    command.featureId(),
                    existing.featureStateId(),
                    command.enabled(),
                    command.value()));
        }
    }

    @EventSourcingHandler
    void evolve(IdentityEvent event) {
        switch (event) {
            case IdentityCreated e -> {
                id = IdentityCommand.streamOf(e.environmentId(), e.identifier());
                identityId = e.identityId();
            }
            case IdentityOverrideCreated e ->
                overrides.put(e.featureId(), new Setting(e.featureStateId(), e.enabled(), e.value()));
            case IdentityOverrideUpdated e ->
                overrides.put(e.featureId(), new Setting(e.featureStateId(), e.enabled(), e.value()));
        }
    }

    private void create(OverrideForIdentity command) {
        apply(new IdentityOverrideCreated(
                command.environmentId(),
                identityId,
                command.identifier(),
                command.featureId(),
                command.ids().featureStateId(),
                command.ids().uuid(),
                command.enabled(),
                command.value()));
    }

    private record Setting(int featureStateId, boolean enabled, FeatureValue value) {
        boolean sets(boolean wanted, FeatureValue wantedValue) {
            return enabled == wanted && value.equals(wantedValue);
        }
    }
}
