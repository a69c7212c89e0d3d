package dev.flagledger.engine.evaluation;

import dev.flagledger.engine.evaluation.condition.Membership;
import dev.flagledger.engine.evaluation.condition.Subject;
import dev.flagledger.engine.evaluation.context.FeatureContext;
import java.util.Comparator;
import java.util.List;

/**
 * What a flag may be: what it is for everyone, or what the strongest segment makes of it that the identity is in.
 *
 * @param environmentDefault for everyone
 * @param overrides kept in the order of their priorities; of two with the same priority, the one that was first is first
 */
public record Candidates(FeatureContext environmentDefault, List<ForSegment> overrides) {

    /** What the flag is for those who belong to a segment. */
    public record ForSegment(Membership segment, FeatureContext feature) {}

    public Candidates {
        overrides = overrides.stream()
                .sorted(Comparator.comparingDouble(
                        override -> override.feature().priority()))
                .toList();
    }

    /** What the flag is for this subject. */
    public EvaluatedFlag evaluate(Subject subject) {
        for (var override : overrides) {
            if (subject.isIn(override.segment())) {
                return EvaluatedFlag.of(override.feature(), override.segment().segment(), subject);
            }
        }
        return EvaluatedFlag.of(environmentDefault, null, subject);
    }
}
