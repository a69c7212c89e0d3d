package dev.flagledger.engine.state.flag;

import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.engine.Known;
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
 * A feature in one environment.
 *
 * @param seed how it started
 * @param environmentDefault the environment's default
 * @param order the overrides for segments
 * @param identities the overrides for identities, by identity id
 * @param changedAt when it last changed by default or for a segment
 * @param versions its versions, if its environment keeps any
 */
public record Flag(
        InitialState seed,
        FeatureState environmentDefault,
        SegmentOrder order,
        PMap<Integer, IdentityOverride> identities,
        Instant changedAt,
        Versions versions) {

    /** A flag as it starts, before anything is done to it. */
    public static Flag of(InitialState seed, Instant at) {
        var environmentDefault = new FeatureState(seed.featureStateId(), seed.uuid(), seed.setting(), at, at);
        var order = SegmentOrder.of(seed.overrides(), at);
        return new Flag(seed, environmentDefault, order, IntTreePMap.empty(), at, Versions.NONE);
    }

    /** Which one it is. */
    public FlagId id() {
        return new FlagId(seed.environmentId(), seed.featureId());
    }

    /** The feature alone, for those who go through many flags. */
    public int featureId() {
        return seed.featureId();
    }

    /** The flag as it started, before anything was done to it. */
    public Flag beginning() {
        return of(seed, environmentDefault.createdAt());
    }

    /** The flag as a copy of this one, as far as there is the same in both. */
    public Flag after(Flag source) {
        var copied = withStandard(environmentDefault.after(source.environmentDefault));
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

    /** The default, then the overrides for segments from the strongest on, then those for identities. */
    public Stream<FlagState> states() {
        var segmentStates = order.withState().stream().flatMap(override -> FlagState.of(this, override).stream());
        var identityStates = identities.values().stream().map(override -> FlagState.of(this, override));
        return Stream.of(Stream.of(FlagState.environmentDefault(this)), segmentStates, identityStates)
                .flatMap(states -> states);
    }

    /** The overrides for segments, by segment id, including those that only have a place. */
    public Map<Integer, SegmentOverride> segments() {
        return order.bySegment();
    }

    /** The override for this segment; fails if there never was one. */
    public SegmentOverride segment(int segmentId) {
        return Known.in(segments(), segmentId, "segment override");
    }

    /** What it is set to for this segment; empty if it is not overridden, also where the segment has a place. */
    public Optional<FeatureState> stateOfSegment(int segmentId) {
        return Optional.ofNullable(segments().get(segmentId)).map(SegmentOverride::state);
    }

    /** The override for this identity; fails if there never was one. */
    public IdentityOverride identity(int identityId) {
        return Known.in(identities, identityId, "identity override");
    }

    /** The flag after an event of its own; shares of options that are gone are kept. */
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
     * The flag after an event of one of its versions.
     *
     * @param by the user whose doing it is; null if it is nobody's
     */
    public Flag evolve(VersionEvent event, @Nullable Integer by, Instant at) {
        return with(versions.evolve(event, this, by, at));
    }

    /**
     * The flag as it is in one of its versions.
     *
     * @param segments the ids of the segments that there are
     * @param options the ids of the options that the feature has
     */
    public Flag inVersion(Version version, Set<Integer> segments, Set<Integer> options) {
        return VersionedFlag.of(this, version, segments, options);
    }

    /** The flag with a first version, as its environment begins to keep versions. */
    public Flag withVersions(UUID derivedFrom, Instant at) {
        return with(Versions.beginning(derivedFrom, this, at));
    }

    /** The flag without any version. */
    public Flag withoutVersions() {
        return with(Versions.NONE);
    }

    /** As it was when one of its versions went live. */
    Flag at(Publication then) {
        return new Flag(seed, then.environmentDefault(), then.order(), identities, then.at(), versions);
    }

    Flag with(Versions changed) {
        return new Flag(seed, environmentDefault, order, identities, changedAt, changed);
    }

    public Flag overridden(IdentityOverrideCreated e, Set<Integer> options, Instant at) {
        var state = new FeatureState(e.featureStateId(), e.uuid(), e.setting().amongst(options), at, at);
        return withIdentity(new IdentityOverride(e.identityId(), e.identifier(), state));
    }

    public Flag overridden(IdentityOverrideUpdated e, Set<Integer> options, Instant at) {
        var override = identity(e.identityId());
        return withIdentity(override.with(override.state().set(e.change(), setting -> setting.amongst(options), at)));
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

    /** The flag as a copy brings it along, without what the project no longer has. */
    public Flag amongst(Set<Integer> segmentIds, Set<Integer> options) {
        var flag = withStandard(environmentDefault.amongst(options));
        for (var override : segments().values()) {
            var state = override.state();
            if (!segmentIds.contains(override.segmentId())) {
                flag = flag.withoutSegment(override.segmentId());
            } else if (state != null) {
                flag = flag.withOrder(flag.order.replace(override.with(state.amongst(options))));
            }
        }
        return flag;
    }

    public Flag withShare(Variant share) {
        return withStandard(environmentDefault.with(share));
    }

    public Flag withoutOption(int optionId) {
        UnaryOperator<FeatureState> without = state -> state.withoutOption(optionId);
        var flag = withStandard(without.apply(environmentDefault));
        for (var override : order.withState()) {
            var state = override.state();
            flag = state == null ? flag : flag.withOrder(flag.order.replace(override.with(without.apply(state))));
        }
        for (var override : identities.values()) {
            flag = flag.withIdentity(override.with(without.apply(override.state())));
        }
        return flag;
    }

    Flag withStandard(FeatureState changed) {
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
