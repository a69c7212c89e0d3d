package dev.flagledger.engine.state.flag;

import static dev.flagledger.api.Personal.Of.IDENTITY;

import dev.flagledger.api.Personal;

/** The override of a flag for one identity. */
public record IdentityOverride(
        int identityId, @Personal(IDENTITY) String identifier, FeatureState state) {

    IdentityOverride with(FeatureState changed) {
        return new IdentityOverride(identityId, identifier, changed);
    }

    IdentityOverride named(String changed) {
        return new IdentityOverride(identityId, changed, state);
    }
}
