package dev.flagledger.engine.evaluation;

import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.Operator;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.engine.evaluation.context.EnvironmentContext;
import dev.flagledger.engine.evaluation.context.EvaluationContext;
import dev.flagledger.engine.evaluation.context.FeatureContext;
import dev.flagledger.engine.evaluation.context.IdentityContext;
import dev.flagledger.engine.evaluation.context.SegmentContext;
import dev.flagledger.engine.evaluation.context.VariantContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A feature {@code f}, and Ana, who has the plan {@code pro}. */
final class Samples {

    static final IdentityContext ANA = new IdentityContext("ana", null, Map.of("plan", "pro"));
    static final SegmentRule PRO = rule(SegmentRule.Type.ALL, List.of(), plan("pro"));
    static final SegmentRule FREE = rule(SegmentRule.Type.ALL, List.of(), plan("free"));
    static final SegmentRule NOTHING = rule(SegmentRule.Type.ALL, List.of());

    private Samples() {}

    static FeatureContext multivariate(VariantContext... variants) {
        return new FeatureContext("78986", "f", true, "none", List.of(variants), FeatureContext.WEAKEST, Map.of());
    }

    static FeatureContext override(String value, double priority) {
        return new FeatureContext("9", "f", true, value, List.of(), priority, Map.of());
    }

    static SegmentContext segment(String name, FeatureContext override, SegmentRule... rules) {
        return new SegmentContext(name, name, List.of(rules), List.of(override), Map.of());
    }

    static boolean isIn(SegmentRule... rules) {
        var segment = new SegmentContext("7", "asked", List.of(rules), List.of(), Map.of());
        return evaluate(List.of(), List.of(segment), ANA).segments().contains(segment);
    }

    static SegmentRule rule(SegmentRule.Type type, List<SegmentRule> rules, Condition... conditions) {
        return new SegmentRule(0, type, rules, List.of(conditions));
    }

    static Condition plan(String plan) {
        return new Condition(0, Operator.EQUAL, "plan", plan, null);
    }

    static EvaluatedFlag flag(
            FeatureContext environmentDefault, List<SegmentContext> segments, @Nullable IdentityContext identity) {
        return Objects.requireNonNull(evaluate(List.of(environmentDefault), segments, identity)
                .flags()
                .get("f"));
    }

    static Evaluation evaluate(
            List<FeatureContext> features, List<SegmentContext> segments, @Nullable IdentityContext identity) {
        return Evaluation.of(context(features, segments, identity));
    }

    static EvaluationContext context(
            List<FeatureContext> features, List<SegmentContext> segments, @Nullable IdentityContext identity) {
        Map<String, FeatureContext> byName = new LinkedHashMap<>();
        features.forEach(feature -> byName.put(feature.name(), feature));
        Map<String, SegmentContext> byKey = new LinkedHashMap<>();
        segments.forEach(segment -> byKey.put(segment.key() + byKey.size(), segment));
        return new EvaluationContext(new EnvironmentContext("env-key", "Live"), identity, byName, byKey);
    }
}
