package dev.flagledger.engine.view;

import dev.flagledger.engine.state.Environment;
import dev.flagledger.engine.state.FeatureState;
import dev.flagledger.engine.state.Flag;
import dev.flagledger.engine.state.SegmentOverride;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A segment's override together with its place, as who made both at once is answered. */
public record SegmentOverrideView(
        int id,
        int feature,
        boolean enabled,
        TypedValueView featureStateValue,
        Place featureSegment,
        @Nullable String deletedAt,
        UUID uuid,
        String createdAt,
        String updatedAt,
        String liveFrom,
        int environment,
        @Nullable Integer identity,
        @Nullable Integer changeRequest,
        List<ShareView> multivariateFeatureStateValues) {

    /** Where in the order of the flag's segments it stands. */
    public record Place(int id, int segment, int priority, UUID uuid) {}

    /** The override, which has this state. */
    public static SegmentOverrideView of(
            Environment environment, Flag flag, SegmentOverride override, FeatureState state) {
        var place = new Place(
                override.featureSegmentId(), override.segmentId(), override.priority(), override.featureSegmentUuid());
        return new SegmentOverrideView(
                state.id(),
                flag.seed().featureId(),
                state.enabled(),
                TypedValueView.of(state.value()),
                place,
                null,
                state.uuid(),
                WireTime.rest(state.createdAt()),
                WireTime.rest(state.updatedAt()),
                WireTime.rest(state.createdAt()),
                environment.id(),
                null,
                null,
                ShareView.of(state));
    }
}
