package dev.flagledger.engine.evaluation;

import dev.flagledger.engine.evaluation.condition.Membership;
import dev.flagledger.engine.evaluation.condition.Subject;
import dev.flagledger.engine.evaluation.context.FeatureContext;
import java.util.Comparator;
import java.util.List;

/**
 * The possible states of a flag: the default, and one for each segment that overrides it. The matching segment with the
 * highest priority wins.
 *
 * @param environmentDefault the default state
 * @param overrides sorted by priority, stably
 */
public record Candidates(FeatureContext environmentDefault, List<ForSegment> overrides) {

    /** The state for the members of a segment. */
    public record ForSegment(Membership segment, FeatureContext feature) {}

    public Candidates {
        overrides = overrides.stream()
                .sorted(Comparator.comparingDouble(
                        override -> override.feature().priority()))
                .toList();
    }

    /** Returns the flag as evaluated for this subject. */
    public EvaluatedFlag evaluate(Subject subject) {
        for (var override : overrides) {
            if (subject.isIn(override.segment())) {
                return EvaluatedFlag.of(override.feature(), override.segment().segment(), subject);
            }
        }
        return EvaluatedFlag.of(environmentDefault, null, subject);
    }
}
