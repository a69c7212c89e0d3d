package dev.flagledger.contract.view.integration;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.flag.FlagView.FlagFeature;
import dev.flagledger.contract.view.identity.TraitResponse;
import dev.flagledger.engine.evaluation.environment.IdentityFlag;
import dev.flagledger.engine.evaluation.environment.OverriddenBy;
import dev.flagledger.engine.state.project.Segment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The payload about an evaluation of all flags for an identity: its traits, its flags, and for each segment of the project whether it is
 * in it. Nothing is hidden as in the SDK API, since the receiver belongs to the environment's admins.
 *
 * @param evaluatedAt by which a receiver knows the later of two payloads about an identity
 */
public record EvaluationPayload(
        String evaluatedAt,
        List<FlagOfIdentity> flags,
        String identity,
        List<SegmentOfIdentity> segments,
        List<TraitOfIdentity> traits) {

    public static EvaluationPayload of(
            String identifier,
            List<TraitResponse> traits,
            List<FlagOfIdentity> flags,
            List<SegmentOfIdentity> segments,
            Instant at) {
        return new EvaluationPayload(
                WireTime.sixDigits(at),
                flags,
                identifier,
                segments,
                traits.stream().map(TraitOfIdentity::of).toList());
    }

    /**
     * A trait of the identity.
     *
     * @param id null for traits that are not stored
     */
    public record TraitOfIdentity(
            @Nullable Integer id, String traitKey, @Nullable Object traitValue) {

        static TraitOfIdentity of(TraitResponse trait) {
            return new TraitOfIdentity(trait.id(), trait.traitKey(), trait.traitValue());
        }
    }

    /**
     * A segment of the project.
     *
     * @param member whether the identity is in it
     */
    public record SegmentOfIdentity(int id, String name, boolean member) {

        /** Returns all segments of a project, of which the identity is in some. */
        public static List<SegmentOfIdentity> of(Collection<Segment> all, Collection<Segment> containing) {
            var members = Set.copyOf(containing.stream().map(Segment::id).toList());
            return all.stream()
                    .map(segment -> new SegmentOfIdentity(segment.id(), segment.name(), members.contains(segment.id())))
                    .toList();
        }
    }

    /**
     * A flag as it is for the identity.
     *
     * @param id the id of the state that applies
     * @param featureStateValue a string, an integer, a boolean or null
     * @param identity the id of the identity if its override applies; null otherwise
     * @param featureSegment the id of the binding to the segment whose override applies; null otherwise
     * @param percentageAllocation the share of the option chosen for the identity, in percent; null if none was
     */
    public record FlagOfIdentity(
            int id,
            FlagFeature feature,
            @Nullable Object featureStateValue,
            int environment,
            @Nullable Integer identity,
            @Nullable Integer featureSegment,
            boolean enabled,
            @Nullable Double percentageAllocation) {

        /** Returns the view of a flag in an environment. */
        public static FlagOfIdentity of(int environmentId, IdentityFlag flag) {
            var drawn = flag.drawn();
            return new FlagOfIdentity(
                    flag.state().id(),
                    FlagFeature.of(flag.feature()),
                    flag.value(),
                    environmentId,
                    flag.overriddenBy() instanceof OverriddenBy.OfIdentity by
                            ? Integer.valueOf(by.override().identityId())
                            : null,
                    flag.overriddenBy() instanceof OverriddenBy.OfSegment by
                            ? Integer.valueOf(by.override().featureSegmentId())
                            : null,
                    flag.enabled(),
                    drawn == null ? null : Double.valueOf(drawn.weight()));
        }
    }
}
