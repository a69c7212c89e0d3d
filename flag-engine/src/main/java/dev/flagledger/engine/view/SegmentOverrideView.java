package dev.flagledger.engine.view;

import dev.flagledger.engine.state.FlagState;
import dev.flagledger.engine.state.SegmentOverride;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A segment's override together with its place, as who made both at once is answered; also any state of a version.
 *
 * @param featureSegment null for the environment's default
 */
public record SegmentOverrideView(
        int id,
        int feature,
        boolean enabled,
        TypedValueView featureStateValue,
        @Nullable Place featureSegment,
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

    /** The state, which is everyone's or a segment's. */
    public static SegmentOverrideView of(FlagState of) {
        var state = of.state();
        var segment = of.segment();
        var seed = of.flag().seed();
        return new SegmentOverrideView(
                state.id(),
                seed.featureId(),
                state.enabled(),
                TypedValueView.of(state.value()),
                segment == null ? null : place(segment),
                null,
                state.uuid(),
                WireTime.rest(state.createdAt()),
                WireTime.rest(state.updatedAt()),
                WireTime.rest(state.createdAt()),
                seed.environmentId(),
                null,
                null,
                ShareView.of(state));
    }

    private static Place place(SegmentOverride override) {
        return new Place(
                override.featureSegmentId(), override.segmentId(), override.priority(), override.featureSegmentUuid());
    }
}
