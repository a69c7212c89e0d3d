package dev.flagledger.engine.evaluation.environment;

import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.engine.evaluation.EvaluatedFlag;
import dev.flagledger.engine.evaluation.condition.Subject;
import dev.flagledger.engine.evaluation.context.FeatureContext;
import dev.flagledger.engine.evaluation.context.VariantContext;
import dev.flagledger.engine.evaluation.environment.OverriddenBy.Nothing;
import dev.flagledger.engine.evaluation.environment.OverriddenBy.OfIdentity;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Feature;
import org.jspecify.annotations.Nullable;

/**
 * A flag prepared for evaluation. There is one for each flag of each environment in use, so that flags without
 * targeting hold nothing but the default.
 *
 * @param environmentDefault the result if nothing else applies
 * @param targeting segment overrides and shares; null if there are none
 */
record PreparedFlag(
        Flag flag,
        IdentityFlag environmentDefault,
        @Nullable Targeting targeting) {

    private static final OverriddenBy NOTHING = new Nothing();

    static PreparedFlag of(Feature feature, Flag flag, PreparedSegments segments) {
        var environmentDefault = new IdentityFlag(feature, flag.environmentDefault(), NOTHING, null);
        return new PreparedFlag(flag, environmentDefault, Targeting.of(feature, flag, segments));
    }

    Feature feature() {
        return environmentDefault.feature();
    }

    IdentityFlag evaluate(Subject subject, @Nullable Integer identityId) {
        var own = identityId == null ? null : flag.identities().get(identityId);
        if (own != null) {
            var state = own.state();
            return new IdentityFlag(feature(), state, new OfIdentity(own), drawn(state, subject));
        }
        return targeting == null ? environmentDefault : targeting.evaluate(environmentDefault, subject);
    }

    private @Nullable VariantContext drawn(FeatureState state, Subject subject) {
        if (feature().type() == FeatureType.STANDARD || state.variants().isEmpty()) {
            return null;
        }
        var context = Contexts.of(feature(), state, FeatureContext.WEAKEST);
        return EvaluatedFlag.of(context, Contexts.OVERRIDDEN_IDENTITIES, subject)
                .drawn();
    }
}
