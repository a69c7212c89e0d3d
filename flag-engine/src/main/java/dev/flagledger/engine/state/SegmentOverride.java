package dev.flagledger.engine.state;

import java.util.UUID;

/** A flag's state for a segment. Priority 0 is the strongest. */
public record SegmentOverride(
        int segmentId, int featureSegmentId, UUID featureSegmentUuid, int priority, FeatureState state) {

    SegmentOverride with(FeatureState changed) {
        return new SegmentOverride(segmentId, featureSegmentId, featureSegmentUuid, priority, changed);
    }
}
