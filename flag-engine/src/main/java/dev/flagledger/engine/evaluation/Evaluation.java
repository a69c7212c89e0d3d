package dev.flagledger.engine.evaluation;

import dev.flagledger.engine.evaluation.context.EvaluationContext;
import dev.flagledger.engine.evaluation.context.SegmentContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an evaluation found.
 *
 * @param flags one for each feature, by name, in the order of the features
 * @param segments those that the identity is in, in the order of the segments
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
