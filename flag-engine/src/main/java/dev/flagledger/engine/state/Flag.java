package dev.flagledger.engine.state;

import dev.flagledger.api.flag.FlagEvent;
import dev.flagledger.api.flag.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.flag.StateSeed;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideUpdated;
import java.time.Instant;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * A feature in one environment.
 *
 * @param seed how it started
 * @param standard the environment's default
 * @param segments the overrides for segments, by segment id
 * @param identities the overrides for identities, by identity id
 */
public record Flag(
        StateSeed seed,
        FeatureState standard,
        PMap<Integer, SegmentOverride> segments,
        PMap<Integer, IdentityOverride> identities) {

    static Flag of(StateSeed seed, Instant at) {
        var standard = new FeatureState(seed.featureStateId(), seed.uuid(), seed.enabled(), seed.value(), at, at);
        return new Flag(seed, standard, HashTreePMap.empty(), HashTreePMap.empty());
    }

    /** The override for this segment; fails if there never was one. */
    public SegmentOverride segment(int segmentId) {
        return Known.in(segments, segmentId, "segment override");
    }

    /** The override for this identity; fails if there never was one. */
    public IdentityOverride identity(int identityId) {
        return Known.in(identities, identityId, "identity override");
    }

    Flag evolve(FlagEvent event, Instant at) {
        return switch (event) {
            case FeatureStateUpdated e -> withStandard(standard.set(e.enabled(), e.value(), at));
            case SegmentOverrideCreated e ->
                withSegment(new SegmentOverride(
                        e.segmentId(),
                        e.featureSegmentId(),
                        e.featureSegmentUuid(),
                        e.priority(),
                        new FeatureState(e.featureStateId(), e.uuid(), e.enabled(), e.value(), at, at)));
            case SegmentOverrideUpdated e -> {
                var override = segment(e.segmentId());
                yield withSegment(override.with(override.state().set(e.enabled(), e.value(), at)));
            }
        };
    }

    Flag overridden(IdentityOverrideCreated e, Instant at) {
        var state = new FeatureState(e.featureStateId(), e.uuid(), e.enabled(), e.value(), at, at);
        return withIdentity(new IdentityOverride(e.identityId(), e.identifier(), state));
    }

    Flag overridden(IdentityOverrideUpdated e, Instant at) {
        var override = identity(e.identityId());
        return withIdentity(override.with(override.state().set(e.enabled(), e.value(), at)));
    }

    private Flag withStandard(FeatureState changed) {
        return new Flag(seed, changed, segments, identities);
    }

    private Flag withSegment(SegmentOverride override) {
        return new Flag(seed, standard, segments.plus(override.segmentId(), override), identities);
    }

    private Flag withIdentity(IdentityOverride override) {
        return new Flag(seed, standard, segments, identities.plus(override.identityId(), override));
    }
}
