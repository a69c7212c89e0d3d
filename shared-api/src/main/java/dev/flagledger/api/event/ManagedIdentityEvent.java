package dev.flagledger.api.event;

import static dev.flagledger.api.Personal.Of.IDENTITY;

import dev.flagledger.api.Personal;
import dev.flagledger.api.Subject;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import java.util.UUID;

/**
 * What people decide about one identity: what it is called, what flags are for it, that it is deleted. What applications
 * report of identities is a {@link IdentityEvent}.
 */
public sealed interface ManagedIdentityEvent extends LedgerEvent, OfSubject {

    int environmentId();

    int identityId();

    @Override
    default Subject subject() {
        return Subject.identity(identityId());
    }

    /** Somebody of the team made the identity; those that applications name have no such event. */
    record ManagedIdentityCreated(
            int environmentId,
            int identityId,
            @Personal(IDENTITY) String identifier) implements ManagedIdentityEvent {}

    /** The identity has another identifier, and so have its overrides. */
    record ManagedIdentityRenamed(
            int environmentId,
            int identityId,
            @Personal(IDENTITY) String identifier) implements ManagedIdentityEvent {}

    /** The identity got a state of its own for a feature. */
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

    /** The identity is deleted, with its overrides. */
    record ManagedIdentityDeleted(int environmentId, int identityId) implements ManagedIdentityEvent {}
}
