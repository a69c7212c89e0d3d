package dev.flagledger.api.flag;

import dev.flagledger.api.LedgerEvent;
import java.util.List;
import java.util.UUID;

/** The life of a feature in one environment. Each event says how things stand after it, not only what changed. */
public sealed interface FlagEvent extends LedgerEvent {

    int environmentId();

    int featureId();

    /** The environment's default changed. */
    record FeatureStateUpdated(int environmentId, int featureId, int featureStateId, SettingChange change)
            implements FlagEvent {}

    /** A segment got a place in the order; until it has a state too, the flag is for it what it is for everyone. */
    record SegmentPlaced(
            int environmentId,
            int featureId,
            int segmentId,
            int featureSegmentId,
            UUID featureSegmentUuid,
            int priority)
            implements FlagEvent {}

    /** A segment got a state of its own. Priority 0 is the strongest; whoever stood there or below moved down by one. */
    record SegmentOverrideCreated(
            int environmentId, int featureId, int segmentId, OverrideIds ids, int priority, Setting setting)
            implements FlagEvent {}

    record SegmentOverrideUpdated(
            int environmentId, int featureId, int featureStateId, int segmentId, SettingChange change)
            implements FlagEvent {}

    /** A segment's override is gone, and its place in the order; those behind it moved up by one. */
    record SegmentOverrideRemoved(int environmentId, int featureId, int segmentId) implements FlagEvent {}

    /** The order of the segments changed; the strongest is the first. */
    record SegmentsOrdered(int environmentId, int featureId, List<Integer> segmentIds) implements FlagEvent {}
}
