package dev.flagledger.engine.state.flag;

import dev.flagledger.api.flag.OverrideIds;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The override of a flag for a segment, or only the priority of one.
 *
 * @param priority 0 is the highest
 * @param state the state; null if the segment has a priority only
 */
public record SegmentOverride(
        int segmentId,
        int featureSegmentId,
        UUID featureSegmentUuid,
        int priority,
        @Nullable FeatureState state) {

    /**
     * Returns the ids of a state added to this override: those given, except for the feature segment, which exists
     * already.
     */
    public OverrideIds idsOfState(OverrideIds drawn) {
        return new OverrideIds(drawn.featureStateId(), drawn.uuid(), featureSegmentId, featureSegmentUuid);
    }

    SegmentOverride with(FeatureState changed) {
        return new SegmentOverride(segmentId, featureSegmentId, featureSegmentUuid, priority, changed);
    }

    /** Returns the override with another priority. */
    public SegmentOverride at(int place) {
        return place == priority
                ? this
                : new SegmentOverride(segmentId, featureSegmentId, featureSegmentUuid, place, state);
    }
}
