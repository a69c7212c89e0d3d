package dev.flagledger.api.flag;

import dev.flagledger.api.SelfContained;
import dev.flagledger.api.access.Scope;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands about a flag. */
public sealed interface FlagCommand extends SelfContained {

    FlagId flag();

    @Override
    default String aggregateId() {
        return streamOf(flag().environmentId(), flag().featureId());
    }

    /** Returns the stream of one flag. */
    static String streamOf(int environmentId, int featureId) {
        return "flag-" + environmentId + "-" + featureId;
    }

    /** Returns the flag of a stream. */
    static FlagId flagOf(String stream) {
        var parts = stream.split("-", -1);
        return new FlagId(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    default Scope scope() {
        return new Scope.OfFlag(flag().environmentId(), flag().featureId());
    }

    /** Enables or disables the flag without changing its value. */
    record ToggleFeature(FlagId flag, boolean enabled) implements FlagCommand {}

    /** Changes the environment's default. */
    record UpdateFeatureState(FlagId flag, SettingChange change) implements FlagCommand {}

    /**
     * Gives a segment a priority, without a state of its own.
     *
     * @param priority 0 is the highest; overrides from there on move down. Null for after all others
     */
    record PlaceSegment(
            FlagId flag,
            int segmentId,
            int featureSegmentId,
            UUID featureSegmentUuid,
            @Nullable Integer priority) implements FlagCommand {}

    /**
     * Creates a segment override. If the segment already has a priority, the ids of its feature segment are kept.
     *
     * @param priority 0 is the highest; overrides from there on move down. Null for the priority that it has, or after
     *     all others
     */
    record OverrideForSegment(
            FlagId flag,
            int segmentId,
            OverrideIds ids,
            @Nullable Integer priority,
            Setting setting) implements FlagCommand {}

    /** Changes the state of a segment override. */
    record UpdateSegmentOverride(FlagId flag, int segmentId, SettingChange change) implements FlagCommand {}

    /** Removes a segment override and its priority. */
    record RemoveSegmentOverride(FlagId flag, int segmentId) implements FlagCommand {}

    /** Changes priorities, by segment id; the remaining overrides move accordingly. */
    record OrderSegments(FlagId flag, Map<Integer, Integer> priorities) implements FlagCommand {}

    /** Changes the environment's default and segment overrides atomically. The default is kept if it is null. */
    record UpdateFlag(FlagId flag, @Nullable SettingChange environmentDefault, OverrideChanges overrides)
            implements FlagCommand {}

    /** Changes segment overrides atomically. */
    record UpdateOverrides(FlagId flag, OverrideChanges overrides) implements FlagCommand {}
}
