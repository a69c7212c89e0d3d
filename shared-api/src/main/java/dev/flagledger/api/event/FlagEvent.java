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

/** The life of a feature in one environment. Each event says how things stand after it, not only what changed. */
public sealed interface FlagEvent extends LedgerEvent {

    int environmentId();

    int featureId();

    /** The environment's default changed. */
    record FeatureStateUpdated(int environmentId, int featureId, int featureStateId, SettingChange change)
            implements FlagEvent {}

    /**
     * A segment got a place in the order; until it has a state too, the flag is for it what it is for everyone. Priority 0 is
     * the strongest, and null the place behind all others.
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
     * A segment got a state of its own. Priority 0 is the strongest; whoever stood there or below moved down by one. Null is
     * the place that the segment had, or else the one behind all others.
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

    /** A segment's override is gone, and its place in the order; those behind it moved up by one. */
    record SegmentOverrideRemoved(int environmentId, int featureId, int segmentId) implements FlagEvent {}

    /** Segments got other priorities; the others made way. The places are in the order of the segments' ids. */
    record SegmentsOrdered(int environmentId, int featureId, List<Place> places) implements FlagEvent {

        /** The priority that a segment got. */
        public record Place(int segmentId, int priority) {}

        /** The event of these priorities, by segment id. */
        public static SegmentsOrdered of(int environmentId, int featureId, Map<Integer, Integer> priorities) {
            return new SegmentsOrdered(
                    environmentId,
                    featureId,
                    priorities.entrySet().stream()
                            .map(priority -> new Place(priority.getKey(), priority.getValue()))
                            .sorted(Comparator.comparingInt(Place::segmentId))
                            .toList());
        }

        /** The priorities by segment id. */
        public Map<Integer, Integer> priorities() {
            return places.stream().collect(Collectors.toMap(Place::segmentId, Place::priority));
        }
    }
}
