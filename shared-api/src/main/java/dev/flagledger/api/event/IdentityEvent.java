package dev.flagledger.api.event;

import dev.flagledger.api.Personal;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.identity.Trait;
import java.util.List;
import java.util.UUID;

/** The life of an identity in one environment. */
public sealed interface IdentityEvent extends LedgerEvent {

    int environmentId();

    int identityId();

    record IdentityCreated(
            int environmentId, int identityId, @Personal String identifier) implements IdentityEvent {}

    record IdentityRenamed(
            int environmentId, int identityId, @Personal String identifier) implements IdentityEvent {}

    /** Traits were set, for the first time or again, and others taken away, by key. */
    record TraitsChanged(int environmentId, int identityId, List<Trait> set, List<String> removed)
            implements IdentityEvent {}

    /** The identity got a state of its own for a feature. */
    record IdentityOverrideCreated(
            int environmentId,
            int identityId,
            @Personal String identifier,
            int featureId,
            int featureStateId,
            UUID uuid,
            Setting setting)
            implements IdentityEvent {}

    record IdentityOverrideUpdated(
            int environmentId, int identityId, int featureId, int featureStateId, SettingChange change)
            implements IdentityEvent {}

    record IdentityOverrideRemoved(int environmentId, int identityId, int featureId) implements IdentityEvent {}

    /** The identity is gone, with its traits and overrides. */
    record IdentityDeleted(int environmentId, int identityId) implements IdentityEvent {}
}
