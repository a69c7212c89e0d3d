package dev.flagledger.engine.evaluation.environment;

import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.engine.evaluation.EvaluatedFlag;
import dev.flagledger.engine.evaluation.context.VariantContext;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Feature;
import org.jspecify.annotations.Nullable;

/**
 * A flag as evaluated for an identity.
 *
 * @param feature the feature
 * @param state the state that applies
 * @param overriddenBy origin of the state
 * @param drawn share that the identity is assigned to; null for none
 */
public record IdentityFlag(
        Feature feature,
        FeatureState state,
        OverriddenBy overriddenBy,
        @Nullable VariantContext drawn) {

    /** Returns whether the flag is enabled. */
    public boolean enabled() {
        return state.enabled();
    }

    /** Returns the value as in JSON: that of the assigned variant, or else the state's own. */
    public @Nullable Object value() {
        return drawn == null ? state.value().plain() : drawn.value();
    }

    /**
     * Returns the key of the variant as reported by Flagsmith's server: null if the feature is not multivariate or the
     * assigned option has no key, and {@code control} if no option is assigned, even without shares.
     */
    public @Nullable String variant() {
        if (feature.type() == FeatureType.STANDARD) {
            return null;
        }
        return drawn == null ? EvaluatedFlag.CONTROL : drawn.key();
    }
}
