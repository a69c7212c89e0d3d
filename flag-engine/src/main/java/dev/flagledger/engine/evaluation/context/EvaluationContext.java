package dev.flagledger.engine.evaluation.context;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one evaluation depends on.
 *
 * @param environment where it takes place
 * @param identity whom it is for; null for nobody in particular
 * @param features what is asked for, by name; answered in this order
 * @param segments the groups that the identity may belong to, by any key; answered in this order
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
