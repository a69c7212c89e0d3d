package dev.flagledger.contract.view.feature;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.lifecycle.Stage;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Environment;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a feature that depend on the requested environment.
 *
 * @param environmentFeatureState the environment default
 * @param segmentFeatureState the state for the requested segment
 * @param numSegmentOverrides the number of segment overrides; 0 outside of lists
 * @param numIdentityOverrides the number of identity overrides; null instead of 0
 * @param lastModifiedInCurrentEnvironment the creation time of the live version; null if the environment keeps none
 * @param lifecycleStage absent without an environment
 */
public record FeatureInEnvironment(
        @Nullable EmbeddedState environmentFeatureState,
        @Nullable EmbeddedState segmentFeatureState,
        int numSegmentOverrides,
        @Nullable Integer numIdentityOverrides,
        @Nullable String lastModifiedInCurrentEnvironment,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String lifecycleStage) {

    /** The fields for requests that name no environment. */
    public static final FeatureInEnvironment NONE = new FeatureInEnvironment(null, null, 0, null, null, null);

    /** A feature state nested in a feature, its value as plain JSON. */
    public record EmbeddedState(
            int id,
            @Nullable Object featureStateValue,
            int environment,
            @Nullable Integer identity,
            @Nullable Integer featureSegment,
            boolean enabled) {

        static EmbeddedState of(Environment environment, FeatureState state, @Nullable Integer featureSegment) {
            return new EmbeddedState(
                    state.id(), state.value().plain(), environment.id(), null, featureSegment, state.enabled());
        }
    }

    /** The fields of a single feature, without the numbers of overrides. */
    public static FeatureInEnvironment of(
            Environment environment, Flag flag, Stage stage, @Nullable Integer segmentId) {
        return new FeatureInEnvironment(
                EmbeddedState.of(environment, flag.environmentDefault(), null),
                forSegment(environment, flag, segmentId),
                0,
                null,
                flag.versions()
                        .live()
                        .map(version -> WireTime.rest(version.createdAt()))
                        .orElse(null),
                stage.wireName());
    }

    /** The fields of a feature in a list, with the numbers of overrides. */
    public FeatureInEnvironment counting(Flag flag) {
        int identities = flag.identities().size();
        return new FeatureInEnvironment(
                environmentFeatureState,
                segmentFeatureState,
                (int) flag.segments().values().stream()
                        .filter(override -> override.state() != null)
                        .count(),
                identities == 0 ? null : Integer.valueOf(identities),
                lastModifiedInCurrentEnvironment,
                lifecycleStage);
    }

    private static @Nullable EmbeddedState forSegment(Environment environment, Flag flag, @Nullable Integer segmentId) {
        var override = segmentId == null ? null : flag.segments().get(segmentId);
        var state = override == null ? null : override.state();
        return override == null || state == null
                ? null
                : EmbeddedState.of(environment, state, override.featureSegmentId());
    }
}
