package dev.flagledger.engine.evaluation;

import dev.flagledger.engine.evaluation.context.EvaluationContext;
import dev.flagledger.engine.evaluation.context.SegmentContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of an evaluation.
 *
 * @param flags evaluated flags by feature name, in the order of the features
 * @param segments segments that the identity belongs to, in the order of the context
 */
public record Evaluation(Map<String, EvaluatedFlag> flags, List<SegmentContext> segments) {

    public Evaluation {
        flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
        segments = List.copyOf(segments);
    }

    /** Evaluates all features and segments for the context's identity. */
    public static Evaluation of(EvaluationContext context) {
        return Evaluator.of(context).evaluate(context.identity());
    }
}
