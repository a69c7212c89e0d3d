package dev.flagledger.contract.view.flag;

import dev.flagledger.contract.view.flag.FlagView.FlagFeature;
import dev.flagledger.engine.evaluation.environment.IdentityFlag;
import dev.flagledger.engine.evaluation.environment.OverriddenBy;
import dev.flagledger.engine.state.project.Environment;
import org.jspecify.annotations.Nullable;

/**
 * What a flag is for an identity, as applications read it. What an environment hides as sensitive is null; no component is
 * ever left out.
 *
 * @param id the id of the state that counts
 * @param featureStateValue a string, an integer, a boolean or null
 * @param identity the id of the identity if it has a state of its own; else null
 * @param featureSegment the id of the segment's place in the flag if its override counts, and numbers are wanted; else null
 * @param variant the key of the option that the identity fell into, or {@code control}; null without options
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
     * Of a flag in this environment.
     *
     * @param segmentIds whether {@code featureSegment} may be a number: some official SDKs fail on a number, others on an object
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
