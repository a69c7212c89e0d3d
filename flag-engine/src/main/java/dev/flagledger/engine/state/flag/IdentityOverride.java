package dev.flagledger.engine.state.flag;

import static dev.flagledger.api.Personal.Of.IDENTITY;

import dev.flagledger.api.Personal;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.flag.Setting;
import java.time.Instant;

/** The override of a flag for one identity. */
public record IdentityOverride(
        int identityId, @Personal(IDENTITY) String identifier, FeatureState state) {

    static IdentityOverride of(IdentityOverrideCreated e, Setting setting, Instant at) {
        return new IdentityOverride(
                e.identityId(), e.identifier(), new FeatureState(e.featureStateId(), e.uuid(), setting, at, at));
    }

    IdentityOverride with(FeatureState changed) {
        return new IdentityOverride(identityId, identifier, changed);
    }

    IdentityOverride named(String changed) {
        return new IdentityOverride(identityId, changed, state);
    }
}
