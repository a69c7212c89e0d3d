package dev.flagledger.engine.state;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A segment's place in the order of a flag's segments.
 *
 * @param priority 0 is the strongest
 * @param state what the flag is for the segment; null while it only has a place
 */
public record SegmentOverride(
        int segmentId,
        int featureSegmentId,
        UUID featureSegmentUuid,
        int priority,
        @Nullable FeatureState state) {

    SegmentOverride with(FeatureState changed) {
        return new SegmentOverride(segmentId, featureSegmentId, featureSegmentUuid, priority, changed);
    }

    SegmentOverride at(int place) {
        return place == priority
                ? this
                : new SegmentOverride(segmentId, featureSegmentId, featureSegmentUuid, place, state);
    }
}
