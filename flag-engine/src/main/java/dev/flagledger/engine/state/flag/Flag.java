package dev.flagledger.engine.state.flag;

import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
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
        var copied = withDefault(environmentDefault.after(source.environmentDefault));
        for (var override : segments().values()) {
            var state = override.state();
            var from = source.segments().get(override.segmentId());
            var before = from == null ? null : from.state();
            if (state != null && before != null) {
                copied = copied.withOrder(copied.order.replace(override.with(state.after(before))));
            }
        }
        return copied;
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

    /**
     * Returns the flag after one of its events.
     *
     * @param known removes shares of deleted options from a setting
     */
    public Flag evolve(FlagEvent event, UnaryOperator<Setting> known, Instant at) {
        var changed = FlagFold.evolve(this, event, known, at);
        return new Flag(seed, changed.environmentDefault, changed.order, changed.identities, at, versions);
    }

    /**
     * Returns the flag after an event of one of its versions.
     *
     * @param by id of the user who acted; null for none
     */
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

    public Flag overridden(IdentityOverrideCreated e, Set<Integer> options, Instant at) {
        var state = new FeatureState(e.featureStateId(), e.uuid(), Settings.retaining(options, e.setting()), at, at);
        return withIdentity(new IdentityOverride(e.identityId(), e.identifier(), state));
    }

    public Flag overridden(IdentityOverrideUpdated e, Set<Integer> options, Instant at) {
        var override = identity(e.identityId());
        return withIdentity(
                override.with(override.state().set(e.change(), setting -> Settings.retaining(options, setting), at)));
    }

    public Flag renamed(int identityId, String identifier) {
        var override = identities.get(identityId);
        return override == null ? this : withIdentity(override.named(identifier));
    }

    public Flag withoutIdentity(int identityId) {
        return identities.containsKey(identityId) ? withIdentities(identities.minus(identityId)) : this;
    }

    public Flag withoutSegment(int segmentId) {
        return segments().containsKey(segmentId) ? withOrder(order.forget(segmentId)) : this;
    }

    /** Returns the flag with the overrides for these segments and the shares of these options only. */
    public Flag retaining(Set<Integer> segmentIds, Set<Integer> options) {
        var flag = withDefault(environmentDefault.retaining(options));
        for (var override : segments().values()) {
            var state = override.state();
            if (!segmentIds.contains(override.segmentId())) {
                flag = flag.withoutSegment(override.segmentId());
            } else if (state != null) {
                flag = flag.withOrder(flag.order.replace(override.with(state.retaining(options))));
            }
        }
        return flag;
    }

    public Flag withShare(Variant share) {
        return withDefault(environmentDefault.with(share));
    }

    public Flag withoutOption(int optionId) {
        UnaryOperator<FeatureState> without = state -> state.withoutOption(optionId);
        var flag = withDefault(without.apply(environmentDefault));
        for (var override : order.withState()) {
            var state = override.state();
            flag = state == null ? flag : flag.withOrder(flag.order.replace(override.with(without.apply(state))));
        }
        for (var override : identities.values()) {
            flag = flag.withIdentity(override.with(without.apply(override.state())));
        }
        return flag;
    }

    Flag withDefault(FeatureState changed) {
        return new Flag(seed, changed, order, identities, changedAt, versions);
    }

    Flag withOrder(SegmentOrder changed) {
        return new Flag(seed, environmentDefault, changed, identities, changedAt, versions);
    }

    private Flag withIdentity(IdentityOverride override) {
        return withIdentities(identities.plus(override.identityId(), override));
    }

    private Flag withIdentities(PMap<Integer, IdentityOverride> changed) {
        return new Flag(seed, environmentDefault, order, changed, changedAt, versions);
    }
}
