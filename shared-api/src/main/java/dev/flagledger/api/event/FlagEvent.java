package dev.flagledger.api.event;

import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events of a flag. Each contains the resulting values, not only those that changed. */
public sealed interface FlagEvent extends LedgerEvent {

    int environmentId();

    int featureId();

    /** The environment's default changed. */
    record FeatureStateUpdated(int environmentId, int featureId, int featureStateId, SettingChange change)
            implements FlagEvent {}

    /**
     * A segment got a priority without a state; the default applies to it until it has one. Priority 0 is the highest;
     * null means after all others.
     */
    record SegmentPlaced(
            int environmentId,
            int featureId,
            int segmentId,
            int featureSegmentId,
            UUID featureSegmentUuid,
            @Nullable Integer priority)
            implements FlagEvent {}

    /**
     * A segment got a state of its own. Priority 0 is the highest; overrides at this priority or after it moved down by
     * one. Null means the priority that the segment has, or after all others.
     */
    record SegmentOverrideCreated(
            int environmentId,
            int featureId,
            int segmentId,
            OverrideIds ids,
            @Nullable Integer priority,
            Setting setting)
            implements FlagEvent {}

    record SegmentOverrideUpdated(
            int environmentId, int featureId, int featureStateId, int segmentId, SettingChange change)
            implements FlagEvent {}

    /** A segment override was removed with its priority; those after it moved up by one. */
    record SegmentOverrideRemoved(int environmentId, int featureId, int segmentId) implements FlagEvent {}

    /** Segments got other priorities; the remaining ones moved accordingly. The places are sorted by segment id. */
    record SegmentsOrdered(int environmentId, int featureId, List<Place> places) implements FlagEvent {

        /** The new priority of a segment. */
        public record Place(int segmentId, int priority) {}

        /** Creates the event for these priorities, by segment id. */
        public static SegmentsOrdered of(int environmentId, int featureId, Map<Integer, Integer> priorities) {
            return new SegmentsOrdered(
                    environmentId,
                    featureId,
                    priorities.entrySet().stream()
                            .map(priority -> new Place(priority.getKey(), priority.getValue()))
                            .sorted(Comparator.comparingInt(Place::segmentId))
                            .toList());
        }

        /** Returns the priorities by segment id. */
        public Map<Integer, Integer> priorities() {
            return places.stream().collect(Collectors.toMap(Place::segmentId, Place::priority));
        }
    }
}
