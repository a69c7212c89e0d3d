package dev.flagledger.engine.evaluation.environment;

import dev.flagledger.engine.evaluation.Candidates;
import dev.flagledger.engine.evaluation.Candidates.ForSegment;
import dev.flagledger.engine.evaluation.condition.Subject;
import dev.flagledger.engine.evaluation.context.FeatureContext;
import dev.flagledger.engine.evaluation.environment.OverriddenBy.OfSegment;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Feature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The segment overrides and shares of a flag.
 *
 * @param candidates possible states
 * @param segments origins of the overrides, by key of the segment
 */
record Targeting(Candidates candidates, Map<String, OfSegment> segments) {

    /** Returns null if the flag has neither overrides nor shares. */
    static @Nullable Targeting of(Feature feature, Flag flag, PreparedSegments prepared) {
        List<ForSegment> overrides = new ArrayList<>();
        Map<String, OfSegment> segments = new HashMap<>();
        for (var override : flag.order().withState()) {
            var segment = prepared.source().get(override.segmentId());
            var membership = prepared.memberships().get(override.segmentId());
            var state = override.state();
            if (segment != null && membership != null && state != null) {
                overrides.add(new ForSegment(membership, Contexts.of(feature, state, override.priority())));
                segments.put(membership.segment().key(), new OfSegment(segment, override));
            }
        }
        var environmentDefault = Contexts.of(feature, flag.environmentDefault(), FeatureContext.WEAKEST);
        return overrides.isEmpty() && environmentDefault.variants().isEmpty()
                ? null
                : new Targeting(new Candidates(environmentDefault, overrides), Map.copyOf(segments));
    }

    /** @param environmentDefault the result for identities in none of the segments */
    IdentityFlag evaluate(IdentityFlag environmentDefault, Subject subject) {
        var evaluated = candidates.evaluate(subject);
        var by = evaluated.segment() == null
                ? null
                : segments.get(evaluated.segment().key());
        if (by != null) {
            var state = Objects.requireNonNull(by.override().state());
            return new IdentityFlag(environmentDefault.feature(), state, by, evaluated.drawn());
        }
        return evaluated.drawn() == null
                ? environmentDefault
                : new IdentityFlag(
                        environmentDefault.feature(),
                        environmentDefault.state(),
                        environmentDefault.overriddenBy(),
                        evaluated.drawn());
    }
}
