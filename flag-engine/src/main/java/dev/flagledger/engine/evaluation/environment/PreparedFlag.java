package dev.flagledger.engine.evaluation.environment;

import dev.flagledger.engine.evaluation.Candidates;
import dev.flagledger.engine.evaluation.Candidates.ForSegment;
import dev.flagledger.engine.evaluation.EvaluatedFlag;
import dev.flagledger.engine.evaluation.condition.Subject;
import dev.flagledger.engine.evaluation.context.FeatureContext;
import dev.flagledger.engine.evaluation.environment.OverriddenBy.Nothing;
import dev.flagledger.engine.evaluation.environment.OverriddenBy.OfIdentity;
import dev.flagledger.engine.evaluation.environment.OverriddenBy.OfSegment;
import dev.flagledger.engine.state.Feature;
import dev.flagledger.engine.state.Flag;
import dev.flagledger.engine.state.IdentityOverride;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A flag, ready to be evaluated.
 *
 * @param candidates what it may be, but for identities that have a state of their own
 * @param segments whose override a candidate is, by the key of the segment
 */
record PreparedFlag(Feature feature, Flag flag, Candidates candidates, Map<String, OfSegment> segments) {

    private static final OverriddenBy NOTHING = new Nothing();

    static PreparedFlag of(Feature feature, Flag flag, PreparedSegments prepared) {
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
        var standard = Contexts.of(feature, flag.standard(), FeatureContext.WEAKEST);
        return new PreparedFlag(feature, flag, new Candidates(standard, overrides), Map.copyOf(segments));
    }

    IdentityFlag evaluate(Subject subject, @Nullable Integer identityId) {
        var own = identityId == null ? null : flag.identities().get(identityId);
        return own == null ? evaluate(subject) : evaluate(subject, own);
    }

    private IdentityFlag evaluate(Subject subject, IdentityOverride own) {
        var context = Contexts.of(feature, own.state(), FeatureContext.WEAKEST);
        var evaluated = EvaluatedFlag.of(context, Contexts.OVERRIDDEN_IDENTITIES, subject);
        return new IdentityFlag(feature, own.state(), new OfIdentity(own), evaluated);
    }

    private IdentityFlag evaluate(Subject subject) {
        var evaluated = candidates.evaluate(subject);
        var by = evaluated.segment() == null
                ? null
                : segments.get(evaluated.segment().key());
        return by == null
                ? new IdentityFlag(feature, flag.standard(), NOTHING, evaluated)
                : new IdentityFlag(feature, Objects.requireNonNull(by.override().state()), by, evaluated);
    }
}
