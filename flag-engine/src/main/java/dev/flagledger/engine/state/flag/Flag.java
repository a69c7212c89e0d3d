package dev.flagledger.engine.state.flag;

import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.engine.Lookup;
import dev.flagledger.engine.state.flag.Version.Publication;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.IntTreePMap;
import org.pcollections.PMap;

/**
 * A flag: a feature in one environment.
 *
 * @param seed its initial state
 * @param environmentDefault the environment's default
 * @param order its segment overrides
 * @param identities its identity overrides, by identity id
 * @param changedAt time of the last change of the default or a segment override
 * @param versions its versions; empty if versioning is disabled
 */
public record Flag(
        InitialState seed,
        FeatureState environmentDefault,
        SegmentOrder order,
        PMap<Integer, IdentityOverride> identities,
        Instant changedAt,
        Versions versions) {

    /** Creates a flag in its initial state. */
    public static Flag of(InitialState seed, Instant at) {
        var environmentDefault = new FeatureState(seed.featureStateId(), seed.uuid(), seed.setting(), at, at);
        var order = SegmentOrder.of(seed.overrides(), at);
        return new Flag(seed, environmentDefault, order, IntTreePMap.empty(), at, Versions.NONE);
    }

    /** Returns the id of the flag. */
    public FlagId id() {
        return new FlagId(seed.environmentId(), seed.featureId());
    }

    /** Returns the environment's id without creating a {@link FlagId}. */
    public int environmentId() {
        return seed.environmentId();
    }

    /** Returns the feature's id without creating a {@link FlagId}. */
    public int featureId() {
        return seed.featureId();
    }

    /** Returns the flag in its initial state. */
    public Flag beginning() {
        return of(seed, environmentDefault.createdAt());
    }

    /** Returns this flag with the lineages of another one's states, where both have the same override. */
    public Flag after(Flag source) {
        return withDefault(environmentDefault.after(source.environmentDefault))
                .withOrder(order.mapStates((segmentId, state) ->
                        source.stateOfSegment(segmentId).map(state::after).orElse(state)));
    }

    /** Returns the default, then the segment overrides by priority, then the identity overrides. */
    public Stream<FlagState> states() {
        var segmentStates = order.withState().stream().flatMap(override -> FlagState.of(this, override).stream());
        var identityStates = identities.values().stream().map(override -> FlagState.of(this, override));
        return Stream.of(Stream.of(FlagState.environmentDefault(this)), segmentStates, identityStates)
                .flatMap(states -> states);
    }

    /** Returns the segment overrides by segment id, including those without a state. */
    public Map<Integer, SegmentOverride> segments() {
        return order.bySegment();
    }

    /** Returns the override for this segment, which must exist. */
    public SegmentOverride segment(int segmentId) {
        return Lookup.required(segments(), segmentId, "segment override");
    }

    /** Returns the state for this segment; empty if there is no override or it has no state. */
    public Optional<FeatureState> stateOfSegment(int segmentId) {
        return Optional.ofNullable(segments().get(segmentId)).map(SegmentOverride::state);
    }

    /** Returns the override for this identity, which must exist. */
    public IdentityOverride identity(int identityId) {
        return Lookup.required(identities, identityId, "identity override");
    }

    /** Returns the flag after one of its events, without checking shares of options. */
    public Flag evolve(FlagEvent event, Instant at) {
        return evolve(event, UnaryOperator.identity(), at);
    }

    /** Returns the flag after one of its events; {@code known} removes shares of deleted options from a setting. */
    public Flag evolve(FlagEvent event, UnaryOperator<Setting> known, Instant at) {
        var changed = FlagFold.evolve(this, event, known, at);
        return new Flag(seed, changed.environmentDefault, changed.order, changed.identities, at, versions);
    }

    /**
     * Returns the flag after an event of an identity. The time of the last change is kept.
     *
     * @param options ids of the feature's options
     */
    public Flag evolve(ManagedIdentityEvent event, Set<Integer> options, Instant at) {
        return IdentityOverrideFold.evolve(this, event, options, at);
    }

    /** Returns the flag after an event of one of its versions; {@code by} is the user who acted, or null. */
    public Flag evolve(VersionEvent event, @Nullable Integer by, Instant at) {
        return with(versions.evolve(event, this, by, at));
    }

    /**
     * Returns the flag as it is in one of its versions.
     *
     * @param segments ids of the project's segments
     * @param options ids of the feature's options
     */
    public Flag inVersion(Version version, Set<Integer> segments, Set<Integer> options) {
        return VersionedFlag.of(this, version, segments, options);
    }

    /** Returns the flag with a first version. */
    public Flag withVersions(UUID derivedFrom, Instant at) {
        return with(Versions.beginning(derivedFrom, this, at));
    }

    /** Returns the flag without versions. */
    public Flag withoutVersions() {
        return with(Versions.NONE);
    }

    /** Returns the flag as it was when a version was published. */
    Flag at(Publication then) {
        return new Flag(seed, then.environmentDefault(), then.order(), identities, then.at(), versions);
    }

    Flag with(Versions changed) {
        return new Flag(seed, environmentDefault, order, identities, changedAt, changed);
    }

    /** Returns the flag without the override for a deleted segment. */
    public Flag withoutSegment(int segmentId) {
        return segments().containsKey(segmentId) ? withOrder(order.forget(segmentId)) : this;
    }

    /** Returns the flag with the overrides for these segments and the shares of these options only. */
    public Flag retaining(Set<Integer> segmentIds, Set<Integer> options) {
        return withDefault(environmentDefault.retaining(options))
                .withOrder(order.retaining(segmentIds).mapStates((_, state) -> state.retaining(options)));
    }

    /** Returns the flag with a share of a new option in its default. */
    public Flag withShare(Variant share) {
        return withDefault(environmentDefault.with(share));
    }

    /** Returns the flag without the shares of a deleted option. */
    public Flag withoutOption(int optionId) {
        var overrides = identities;
        for (var override : identities.values()) {
            overrides = overrides.plus(
                    override.identityId(), override.with(override.state().withoutOption(optionId)));
        }
        return withDefault(environmentDefault.withoutOption(optionId))
                .withOrder(order.mapStates((_, state) -> state.withoutOption(optionId)))
                .withIdentities(overrides);
    }

    Flag withDefault(FeatureState changed) {
        return new Flag(seed, changed, order, identities, changedAt, versions);
    }

    Flag withOrder(SegmentOrder changed) {
        return new Flag(seed, environmentDefault, changed, identities, changedAt, versions);
    }

    Flag withIdentities(PMap<Integer, IdentityOverride> changed) {
        return new Flag(seed, environmentDefault, order, changed, changedAt, versions);
    }
}
