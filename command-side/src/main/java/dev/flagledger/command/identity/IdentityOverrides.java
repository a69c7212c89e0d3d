package dev.flagledger.command.identity;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.RemoveIdentityOverride;
import dev.flagledger.api.identity.ManagedIdentityCommand.ReplaceOverrides;
import dev.flagledger.api.identity.ManagedIdentityCommand.UpdateIdentityOverride;
import dev.flagledger.api.identity.OwnState;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.flag.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The overrides of one identity by feature, and the decisions on them. Their variants may refer to options that were
 * deleted.
 */
final class IdentityOverrides {

    private final Map<Integer, FeatureState> byFeature = new TreeMap<>();

    void evolve(IdentityOverrideCreated event, Instant at) {
        byFeature.put(
                event.featureId(), new FeatureState(event.featureStateId(), event.uuid(), event.setting(), at, at));
    }

    void evolve(IdentityOverrideUpdated event, Instant at) {
        byFeature.put(event.featureId(), known(event.featureId()).set(event.change(), at));
    }

    void evolve(IdentityOverrideRemoved event) {
        byFeature.remove(event.featureId());
    }

    ManagedIdentityEvent create(OverrideForIdentity command, String identifier) {
        if (byFeature.containsKey(command.featureId())) {
            throw new Rejected(new Rejection.Overridden());
        }
        return new IdentityOverrideCreated(
                command.environmentId(),
                command.identityId(),
                identifier,
                command.featureId(),
                command.featureStateId(),
                command.uuid(),
                command.setting());
    }

    /** Returns the event that records the change; empty if nothing changes. */
    Optional<ManagedIdentityEvent> update(UpdateIdentityOverride command) {
        var override = known(command.featureId());
        return Settings.recorded(override.setting(), command.change())
                .map(recorded -> new IdentityOverrideUpdated(
                        command.environmentId(), command.identityId(), command.featureId(), override.id(), recorded));
    }

    ManagedIdentityEvent remove(RemoveIdentityOverride command) {
        known(command.featureId());
        return new IdentityOverrideRemoved(command.environmentId(), command.identityId(), command.featureId());
    }

    /** Removes overrides that the command does not list, then creates or changes those that it lists, in its order. */
    List<ManagedIdentityEvent> replace(ReplaceOverrides command, String identifier) {
        int environment = command.environmentId();
        int identity = command.identityId();
        var requested = command.overrides().stream().map(OwnState::featureId).toList();
        List<ManagedIdentityEvent> events = new ArrayList<>();
        for (int feature : byFeature.keySet()) {
            if (!requested.contains(feature)) {
                events.add(new IdentityOverrideRemoved(environment, identity, feature));
            }
        }
        for (var own : command.overrides()) {
            var current = byFeature.get(own.featureId());
            if (current == null) {
                events.add(new IdentityOverrideCreated(
                        environment,
                        identity,
                        identifier,
                        own.featureId(),
                        own.featureStateId(),
                        own.uuid(),
                        own.setting()));
            } else if (!current.setting().equals(own.setting())) {
                events.add(new IdentityOverrideUpdated(
                        environment, identity, own.featureId(), current.id(), SettingChange.to(own.setting())));
            }
        }
        return events;
    }

    private FeatureState known(int featureId) {
        var override = byFeature.get(featureId);
        if (override == null) {
            throw new Rejected(new Rejection.Missing("FeatureState"));
        }
        return override;
    }
}
