package dev.flagledger.engine.evaluation.context;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The complete input of an evaluation.
 *
 * @param environment the environment
 * @param identity the identity; null for none
 * @param features features by name; results have the same order
 * @param segments segments by any key; results have the same order
 */
public record EvaluationContext(
        EnvironmentContext environment,
        @Nullable IdentityContext identity,
        Map<String, FeatureContext> features,
        Map<String, SegmentContext> segments) {

    public EvaluationContext {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
    }
}
