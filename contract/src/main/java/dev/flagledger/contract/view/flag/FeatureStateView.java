package dev.flagledger.contract.view.flag;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.engine.state.flag.IdentityOverride;
import dev.flagledger.engine.state.project.Environment;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feature state in the admin API: an environment default or an override.
 *
 * @param featureStateValue plain JSON or a {@link TypedValueView}, depending on the route
 * @param identity an id or an {@link IdentityRef}, depending on the route; null except for identity overrides
 * @param liveFrom in environments that keep versions, the publication time of the state's version
 * @param version 1; null in environments that keep versions, which have uuids
 * @param featureSegment the id of the binding to a segment; null except for segment overrides
 */
public record FeatureStateView(
        int id,
        @Nullable Object featureStateValue,
        List<ShareView> multivariateFeatureStateValues,
        @Nullable Object identity,
        @Nullable String deletedAt,
        UUID uuid,
        boolean enabled,
        String createdAt,
        String updatedAt,
        @Nullable String liveFrom,
        @Nullable Integer version,
        int feature,
        int environment,
        @Nullable Integer featureSegment,
        @Nullable Integer changeRequest,
        @Nullable UUID environmentFeatureVersion) {

    /** A reference to an identity in lists of an environment. */
    public record IdentityRef(int id, String identifier) {}

    /** A state with its value as plain JSON. */
    public static FeatureStateView plain(Environment environment, FlagState of) {
        return of(environment, of, of.state().value().plain(), idOf(of.identity()));
    }

    /** A state in a list of an environment, with its value as plain JSON and the identity's identifier. */
    public static FeatureStateView listed(Environment environment, FlagState of) {
        var identity = of.identity();
        var reference = identity == null ? null : new IdentityRef(identity.identityId(), identity.identifier());
        return of(environment, of, of.state().value().plain(), reference);
    }

    /** A state with one value field per type. */
    public static FeatureStateView typed(Environment environment, FlagState of) {
        return of(environment, of, TypedValueView.of(of.state().value()), idOf(of.identity()));
    }

    private static @Nullable Integer idOf(@Nullable IdentityOverride identity) {
        return identity == null ? null : identity.identityId();
    }

    private static FeatureStateView of(
            Environment environment, FlagState of, @Nullable Object value, @Nullable Object identity) {
        var state = of.state();
        var segment = of.segment();
        var version = of.identity() == null ? of.flag().versions().live().orElse(null) : null;
        return new FeatureStateView(
                state.id(),
                value,
                ShareView.of(state),
                identity,
                null,
                state.uuid(),
                state.enabled(),
                WireTime.rest(state.createdAt()),
                WireTime.rest(state.updatedAt()),
                version == null ? WireTime.rest(state.createdAt()) : VersionView.liveFrom(version),
                version == null ? 1 : null,
                of.flag().featureId(),
                environment.id(),
                segment == null ? null : segment.featureSegmentId(),
                null,
                version == null ? null : version.uuid());
    }
}
