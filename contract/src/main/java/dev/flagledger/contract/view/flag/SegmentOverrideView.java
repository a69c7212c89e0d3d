package dev.flagledger.contract.view.flag;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.engine.state.flag.SegmentOverride;
import dev.flagledger.engine.state.flag.Version;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A segment override with its priority, in the response to the creation of both at once; also any state of a version.
 *
 * @param featureSegment null for the environment default
 * @param liveFrom null in drafts
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
        @Nullable String liveFrom,
        int environment,
        @Nullable Integer identity,
        @Nullable Integer changeRequest,
        List<ShareView> multivariateFeatureStateValues) {

    /** The override's place in the order of the flag's segments. */
    public record Place(int id, int segment, int priority, UUID uuid) {}

    /** A default or segment override in an environment that keeps no versions. */
    public static SegmentOverrideView of(FlagState of) {
        return of(of, WireTime.rest(of.state().createdAt()));
    }

    /** A default or segment override of a version. */
    public static SegmentOverrideView of(FlagState of, Version version) {
        return of(of, VersionView.liveFrom(version));
    }

    private static SegmentOverrideView of(FlagState of, @Nullable String liveFrom) {
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
                liveFrom,
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
