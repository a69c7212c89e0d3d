package dev.flagledger.engine.state.flag;

import dev.flagledger.api.flag.OverrideIds;
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

    /** What a state is addressed by that is made at this place: as was drawn for it, but for the place, which is there already. */
    public OverrideIds idsOfState(OverrideIds drawn) {
        return new OverrideIds(drawn.featureStateId(), drawn.uuid(), featureSegmentId, featureSegmentUuid);
    }

    SegmentOverride with(FeatureState changed) {
        return new SegmentOverride(segmentId, featureSegmentId, featureSegmentUuid, priority, changed);
    }

    SegmentOverride at(int place) {
        return place == priority
                ? this
                : new SegmentOverride(segmentId, featureSegmentId, featureSegmentUuid, place, state);
    }
}
