package dev.flagledger.contract.view.flag;

import dev.flagledger.contract.view.flag.FlagView.FlagFeature;
import dev.flagledger.engine.evaluation.environment.IdentityFlag;
import dev.flagledger.engine.evaluation.environment.OverriddenBy;
import dev.flagledger.engine.state.project.Environment;
import org.jspecify.annotations.Nullable;

/**
 * A flag evaluated for an identity, in the SDK API. Fields that the environment hides as sensitive are null; no field is ever
 * absent.
 *
 * @param id the id of the state that applies
 * @param featureStateValue a string, an integer, a boolean or null
 * @param identity the id of the identity if its override applies; null otherwise
 * @param featureSegment the id of the binding to the segment whose override applies, where ids are allowed; null otherwise
 * @param variant the key of the option chosen for the identity, or {@code control}; null without options
 */
public record EvaluatedFlagView(
        @Nullable Integer id,
        FlagFeature feature,
        @Nullable Object featureStateValue,
        @Nullable Integer environment,
        @Nullable Integer identity,
        @Nullable Integer featureSegment,
        boolean enabled,
        @Nullable String variant) {

    /**
     * The view of a flag in the environment.
     *
     * @param segmentIds whether {@code featureSegment} may be an id: some official SDKs fail on a number, others on an object
     */
    public static EvaluatedFlagView of(Environment environment, IdentityFlag flag, boolean segmentIds) {
        boolean hidden = environment.settings().hideSensitiveData();
        var own = flag.overriddenBy() instanceof OverriddenBy.OfIdentity by
                ? Integer.valueOf(by.override().identityId())
                : null;
        return new EvaluatedFlagView(
                hidden ? null : flag.state().id(),
                FlagView.feature(environment, flag.feature()),
                flag.value(),
                hidden ? null : environment.id(),
                hidden ? null : own,
                hidden || !segmentIds ? null : place(flag.overriddenBy()),
                flag.enabled(),
                flag.variant());
    }

    private static @Nullable Integer place(OverriddenBy overriddenBy) {
        return overriddenBy instanceof OverriddenBy.OfSegment by
                ? Integer.valueOf(by.override().featureSegmentId())
                : null;
    }
}
