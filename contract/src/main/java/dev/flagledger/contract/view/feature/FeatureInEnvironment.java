package dev.flagledger.contract.view.feature;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.lifecycle.Stage;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Environment;
import org.jspecify.annotations.Nullable;

/**
 * The part of a feature's answer that depends on the environment that was asked about, if one was.
 *
 * @param environmentFeatureState its default state there
 * @param segmentFeatureState its state for the segment that was asked about
 * @param numSegmentOverrides its overrides for segments there; 0 where they were not counted
 * @param numIdentityOverrides its overrides for identities there; null instead of 0
 * @param lastModifiedInCurrentEnvironment when its live version there was made; null where none are kept
 * @param lifecycleStage how far it has come; not said without an environment
 */
public record FeatureInEnvironment(
        @Nullable EmbeddedState environmentFeatureState,
        @Nullable EmbeddedState segmentFeatureState,
        int numSegmentOverrides,
        @Nullable Integer numIdentityOverrides,
        @Nullable String lastModifiedInCurrentEnvironment,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String lifecycleStage) {

    /** What is said if no environment was asked about. */
    public static final FeatureInEnvironment NONE = new FeatureInEnvironment(null, null, 0, null, null, null);

    /** A feature state inside a feature's answer, its value as plain JSON. */
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

    /** As a feature by itself has it: without the numbers of overrides. */
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

    /** As lists have it: with the numbers of overrides. */
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
