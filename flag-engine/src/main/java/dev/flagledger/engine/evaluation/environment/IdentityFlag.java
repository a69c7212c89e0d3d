package dev.flagledger.engine.evaluation.environment;

import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.engine.evaluation.EvaluatedFlag;
import dev.flagledger.engine.evaluation.context.VariantContext;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Feature;
import org.jspecify.annotations.Nullable;

/**
 * What a flag is for an identity.
 *
 * @param feature the feature
 * @param state the state that counts for the identity
 * @param overriddenBy whose state it is
 * @param drawn the variant that the identity fell into; null where there are none, or none was hit
 */
public record IdentityFlag(
        Feature feature,
        FeatureState state,
        OverriddenBy overriddenBy,
        @Nullable VariantContext drawn) {

    /** Whether it is on. */
    public boolean enabled() {
        return state.enabled();
    }

    /** What it gives, as JSON has it: that of the variant that the identity fell into, or else the state's own. */
    public @Nullable Object value() {
        return drawn == null ? state.value().plain() : drawn.value();
    }

    /**
     * What Flagsmith's server calls the variant: that of a multivariate feature is {@code control} wherever no option
     * was hit, also where the state has no shares, and null if the option has no key; any other feature has none.
     */
    public @Nullable String variant() {
        if (feature.type() == FeatureType.STANDARD) {
            return null;
        }
        return drawn == null ? EvaluatedFlag.CONTROL : drawn.key();
    }
}
