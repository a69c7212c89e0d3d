package dev.flagledger.contract.view.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.change.Target;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Feature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The payload of a webhook about a changed flag. It shows the feature state before and after the event.
 *
 * @param changedBy the e-mail address or key name of the actor; empty for the system
 * @param newState the state that applies now; the environment's default after the removal of an override; null after the
 *     deletion of a feature
 * @param previousState absent for a new state
 * @param note the reason that was given for the change, which Flagsmith does not have; absent if none was
 */
public record FlagUpdate(
        String changedBy,
        @Nullable StateView newState,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StateView previousState,
        String timestamp,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {

    public static FlagUpdate of(RecordedEvent recorded, FlagChange change) {
        var before = change.before();
        var now = standing(change);
        return new FlagUpdate(
                recorded.actor().name(),
                now == null ? null : StateView.of(change, change.feature(), now),
                before == null ? null : StateView.of(change, change.featureBefore(), before),
                WireTime.sixDigits(recorded.at()),
                recorded.origin().note());
    }

    /** The payload that shows a removed state as such, without the one that applies now. */
    public static FlagUpdate bare(RecordedEvent recorded, FlagChange change) {
        var update = of(recorded, change);
        return change.after() != null
                ? update
                : new FlagUpdate(update.changedBy(), null, update.previousState(), update.timestamp(), update.note());
    }

    /** Returns this payload with another name of the actor and without the note, for forms that have none. */
    public FlagUpdate by(String name) {
        return new FlagUpdate(name, newState, previousState, timestamp, null);
    }

    private static @Nullable FeatureState standing(FlagChange change) {
        var after = change.after();
        return after != null || change.target() instanceof Target.Everyone
                ? after
                : change.environment().flag(change.feature().id()).environmentDefault();
    }

    /** A feature state with its feature, environment and target. */
    public record StateView(
            boolean enabled,
            Named environment,
            FeatureOfState feature,
            @Nullable FeatureSegmentOfState featureSegment,
            @Nullable Object featureStateValue,
            @Nullable Integer identity,
            @Nullable String identityIdentifier,
            List<MultivariateShareView> multivariateFeatureStateValues) {

        static StateView of(FlagChange change, Feature feature, FeatureState state) {
            var target = change.target();
            var identity = target instanceof Target.OfIdentity of ? of : null;
            return new StateView(
                    state.enabled(),
                    new Named(
                            change.environment().id(),
                            change.environment().settings().name()),
                    FeatureOfState.of(change, feature),
                    target instanceof Target.OfSegment segment ? FeatureSegmentOfState.of(segment) : null,
                    state.value().plain(),
                    identity == null ? null : identity.identityId(),
                    identity == null ? null : identity.identifier(),
                    MultivariateShareView.of(feature, state));
        }
    }

    /** A reference by id and name. */
    public record Named(int id, String name) {}

    /** The feature of a state. */
    public record FeatureOfState(
            int id,
            String name,
            @Nullable String description,
            boolean defaultEnabled,
            @Nullable String initialValue,
            String createdDate,
            Named project,
            String type) {

        static FeatureOfState of(FlagChange change, Feature feature) {
            return new FeatureOfState(
                    feature.id(),
                    feature.name(),
                    feature.details().description(),
                    feature.defaultEnabled(),
                    feature.initialValue(),
                    WireTime.sixDigits(feature.createdAt()),
                    new Named(change.project().id(), change.project().settings().name()),
                    feature.type().name());
        }
    }

    /** The segment that a state overrides the default for, with the override's priority. */
    public record FeatureSegmentOfState(int priority, SegmentOfState segment) {
        static FeatureSegmentOfState of(Target.OfSegment target) {
            var segment = target.segment();
            return new FeatureSegmentOfState(
                    target.priority(),
                    new SegmentOfState(segment.definition().description(), segment.id(), segment.name()));
        }
    }

    /** A segment. */
    public record SegmentOfState(@Nullable String description, int id, String name) {}
}
