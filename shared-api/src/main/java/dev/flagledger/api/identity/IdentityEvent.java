package dev.flagledger.api.identity;

import dev.flagledger.api.LedgerEvent;
import dev.flagledger.api.Personal;
import dev.flagledger.api.flag.FeatureValue;
import java.util.UUID;

/** The life of an identity in one environment. */
public sealed interface IdentityEvent extends LedgerEvent {

    int environmentId();

    int identityId();

    record IdentityCreated(
            int environmentId, int identityId, @Personal String identifier) implements IdentityEvent {}

    /** The identity got a state of its own for a feature. */
    record IdentityOverrideCreated(
            int environmentId,
            int identityId,
            @Personal String identifier,
            int featureId,
            int featureStateId,
            UUID uuid,
            boolean enabled,
            FeatureValue value)
            implements IdentityEvent {}

    record IdentityOverrideUpdated(
            int environmentId, int identityId, int featureId, int featureStateId, boolean enabled, FeatureValue value)
            implements IdentityEvent {}
}
