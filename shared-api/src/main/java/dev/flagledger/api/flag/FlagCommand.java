package dev.flagledger.api.flag;

import dev.flagledger.api.SelfContained;
import dev.flagledger.api.access.Scope;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a feature in one environment. */
public sealed interface FlagCommand extends SelfContained {

    FlagId flag();

    @Override
    default String aggregateId() {
        return streamOf(flag().environmentId(), flag().featureId());
    }

    /** The stream of one feature in one environment. */
    static String streamOf(int environmentId, int featureId) {
        return "flag-" + environmentId + "-" + featureId;
    }

    /** Which flag a stream is of. */
    static FlagId flagOf(String stream) {
        var parts = stream.split("-", -1);
        return new FlagId(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    default Scope scope() {
        return new Scope.OfEnvironment(flag().environmentId());
    }

    /** Switches the flag on or off and leaves its value alone. */
    record ToggleFeature(FlagId flag, boolean enabled) implements FlagCommand {}

    /** Changes the environment's default. */
    record UpdateFeatureState(FlagId flag, SettingChange change) implements FlagCommand {}

    /**
     * Gives a segment a place in the order, without a state of its own yet.
     *
     * @param priority 0 is the strongest, and the rest moves down; null for the place behind all others
     */
    record PlaceSegment(
            FlagId flag,
            int segmentId,
            int featureSegmentId,
            UUID featureSegmentUuid,
            @Nullable Integer priority) implements FlagCommand {}

    /**
     * Sets the flag for a segment for the first time. If the segment has a place in the order already, the ids of that
     * place are kept.
     *
     * @param priority where in the order it goes, 0 being the strongest; the rest moves down. Null for the place that it
     *     has, or else the one behind all others
     */
    record OverrideForSegment(
            FlagId flag,
            int segmentId,
            OverrideIds ids,
            @Nullable Integer priority,
            Setting setting) implements FlagCommand {}

    /** Changes what the flag is for a segment. */
    record UpdateSegmentOverride(FlagId flag, int segmentId, SettingChange change) implements FlagCommand {}

    /** Takes a segment's override away, and its place in the order. */
    record RemoveSegmentOverride(FlagId flag, int segmentId) implements FlagCommand {}

    /** Gives segments other priorities, by segment id; the others make way. */
    record OrderSegments(FlagId flag, Map<Integer, Integer> priorities) implements FlagCommand {}

    /** Changes the environment's default and overrides for segments, all or nothing. A null default is left alone. */
    record UpdateFlag(FlagId flag, @Nullable SettingChange environmentDefault, OverrideChanges overrides)
            implements FlagCommand {}

    /** Changes overrides for segments, all or nothing. */
    record UpdateOverrides(FlagId flag, OverrideChanges overrides) implements FlagCommand {}
}
