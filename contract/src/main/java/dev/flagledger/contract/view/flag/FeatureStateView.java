package dev.flagledger.contract.view.flag;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.engine.state.flag.IdentityOverride;
import dev.flagledger.engine.state.project.Environment;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A state of a flag in an environment, as the admin API has it, whomever it is for.
 *
 * @param featureStateValue plain JSON or a {@link TypedValueView}, as the route has it
 * @param identity an id or an {@link IdentityRef}, as the route has it; null unless the state is for an identity
 * @param liveFrom where versions are kept, when the version went live that the state is of
 * @param version 1, or null where versions are kept: those have uuids
 * @param featureSegment the id of a segment's place; null unless the state is for a segment
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

    /** An identity as lists within an environment name it. */
    public record IdentityRef(int id, String identifier) {}

    /** With its value as plain JSON. */
    public static FeatureStateView plain(Environment environment, FlagState of) {
        return of(environment, of, of.state().value().plain(), idOf(of.identity()));
    }

    /** The same in a list within an environment, where identities are named too. */
    public static FeatureStateView listed(Environment environment, FlagState of) {
        var identity = of.identity();
        var named = identity == null ? null : new IdentityRef(identity.identityId(), identity.identifier());
        return of(environment, of, of.state().value().plain(), named);
    }

    /** With a field for each type of value. */
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
                of.flag().id().featureId(),
                environment.id(),
                segment == null ? null : segment.featureSegmentId(),
                null,
                version == null ? null : version.uuid());
    }
}
