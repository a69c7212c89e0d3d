package dev.flagledger.command.identity;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.api.identity.IdentityCommand.ChangeTraits;
import dev.flagledger.api.identity.IdentityCommand.CreateIdentity;
import dev.flagledger.api.identity.IdentityCommand.DeleteIdentity;
import dev.flagledger.api.identity.IdentityCommand.OverrideForIdentity;
import dev.flagledger.api.identity.IdentityCommand.RemoveIdentityOverride;
import dev.flagledger.api.identity.IdentityCommand.RenameIdentity;
import dev.flagledger.api.identity.IdentityCommand.UpdateIdentityOverride;
import dev.flagledger.api.identity.IdentityEvent;
import dev.flagledger.api.identity.IdentityEvent.IdentityCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.identity.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.identity.IdentityEvent.TraitsChanged;
import dev.flagledger.api.identity.Trait;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** Guards the name, the traits and the overrides of one identity. */
@Aggregate(type = "identity", cache = "currentAggregates")
class Identity {

    @AggregateIdentifier
    String id;

    private String identifier;
    private final Map<String, Trait> traits = new HashMap<>();
    private final Map<Integer, OwnState> overrides = new HashMap<>();

    Identity() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(CreateIdentity command) {
        apply(new IdentityCreated(command.environmentId(), command.identityId(), command.identifier()));
    }

    @CommandHandler
    void handle(RenameIdentity command) {
        if (!command.identifier().equals(identifier)) {
            apply(new IdentityRenamed(command.environmentId(), command.identityId(), command.identifier()));
        }
    }

    @CommandHandler
    void handle(ChangeTraits command) {
        var set = command.set().stream()
                .map(trait -> {
                    var known = traits.get(trait.key());
                    return known == null ? trait : new Trait(known.id(), trait.key(), trait.type(), trait.value());
                })
                .filter(trait -> !trait.equals(traits.get(trait.key())))
                .toList();
        var removed = command.removed().stream().filter(traits::containsKey).toList();
        if (!set.isEmpty() || !removed.isEmpty()) {
            apply(new TraitsChanged(command.environmentId(), command.identityId(), set, removed));
        }
    }

    @CommandHandler
    void handle(OverrideForIdentity command) {
        if (overrides.containsKey(command.featureId())) {
            throw new Rejected(new Rejection.Overridden());
        }
        apply(new IdentityOverrideCreated(
                command.environmentId(),
                command.identityId(),
                identifier,
                command.featureId(),
                command.featureStateId(),
                command.uuid(),
                command.setting()));
    }

    @CommandHandler
    void handle(UpdateIdentityOverride command) {
        var override = override(command.featureId());
        var change = command.change();
        if (change.variants() != null || !change.onto(override.setting()).equals(override.setting())) {
            apply(new IdentityOverrideUpdated(
                    command.environmentId(),
                    command.identityId(),
                    command.featureId(),
                    override.featureStateId(),
                    change.complete(override.setting())));
        }
    }

    @CommandHandler
    void handle(RemoveIdentityOverride command) {
        override(command.featureId());
        apply(new IdentityOverrideRemoved(command.environmentId(), command.identityId(), command.featureId()));
    }

    @CommandHandler
    void handle(DeleteIdentity command) {
        apply(new IdentityDeleted(command.environmentId(), command.identityId()));
    }

    @EventSourcingHandler
    void evolve(IdentityEvent event) {
        switch (event) {
            case IdentityCreated e -> {
                id = IdentityCommand.streamOf(e.environmentId(), e.identityId());
                identifier = e.identifier();
            }
            case IdentityRenamed e -> identifier = e.identifier();
            case TraitsChanged e -> {
                e.set().forEach(trait -> traits.put(trait.key(), trait));
                e.removed().forEach(traits::remove);
            }
            case IdentityOverrideCreated e ->
                overrides.put(e.featureId(), new OwnState(e.featureStateId(), e.setting()));
            case IdentityOverrideUpdated e ->
                overrides.put(
                        e.featureId(),
                        new OwnState(e.featureStateId(), e.change().onto(new Setting(false, FeatureValue.NONE))));
            case IdentityOverrideRemoved e -> overrides.remove(e.featureId());
            case IdentityDeleted _ -> markDeleted();
        }
    }

    private OwnState override(int featureId) {
        var override = overrides.get(featureId);
        if (override == null) {
            throw new Rejected(new Rejection.Missing("FeatureState"));
        }
        return override;
    }

    /** A state of its own. The shares in the setting are not kept up to date. */
    private record OwnState(int featureStateId, Setting setting) {}
}
