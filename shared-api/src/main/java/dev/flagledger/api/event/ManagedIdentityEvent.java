package dev.flagledger.api.event;

import static dev.flagledger.api.Personal.Of.IDENTITY;

import dev.flagledger.api.Personal;
import dev.flagledger.api.Subject;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.identity.Trait;
import java.util.List;
import java.util.UUID;

/**
 * Changes of an identity made by users: its identifier, its traits, its overrides and its deletion. What applications report is an
 * {@link IdentityEvent}.
 */
public sealed interface ManagedIdentityEvent extends LedgerEvent, OfSubject {

    int environmentId();

    int identityId();

    @Override
    default Subject subject() {
        return Subject.identity(identityId());
    }

    /** A user created the identity; those that applications introduce have no such event. */
    record ManagedIdentityCreated(
            int environmentId,
            int identityId,
            @Personal(IDENTITY) String identifier) implements ManagedIdentityEvent {}

    /** The identifier of the identity and of its overrides was changed. */
    record ManagedIdentityRenamed(
            int environmentId,
            int identityId,
            @Personal(IDENTITY) String identifier) implements ManagedIdentityEvent {}

    /** Traits were added or replaced, and others removed, by key; the log of identities has the same event. */
    record ManagedTraitsChanged(int environmentId, int identityId, List<Trait> set, List<String> removed)
            implements ManagedIdentityEvent {}

    /** An identity override was created for a feature. */
    record IdentityOverrideCreated(
            int environmentId,
            int identityId,
            @Personal(IDENTITY) String identifier,
            int featureId,
            int featureStateId,
            UUID uuid,
            Setting setting)
            implements ManagedIdentityEvent {}

    record IdentityOverrideUpdated(
            int environmentId, int identityId, int featureId, int featureStateId, SettingChange change)
            implements ManagedIdentityEvent {}

    record IdentityOverrideRemoved(int environmentId, int identityId, int featureId) implements ManagedIdentityEvent {}

    /** The identity was deleted with its overrides. */
    record ManagedIdentityDeleted(int environmentId, int identityId) implements ManagedIdentityEvent {}
}
