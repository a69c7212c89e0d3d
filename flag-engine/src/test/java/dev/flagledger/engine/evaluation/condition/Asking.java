package dev.flagledger.engine.evaluation.condition;

import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.Operator;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.engine.evaluation.context.EnvironmentContext;
import dev.flagledger.engine.evaluation.context.EvaluationContext;
import dev.flagledger.engine.evaluation.context.FeatureContext;
import dev.flagledger.engine.evaluation.context.IdentityContext;
import dev.flagledger.engine.evaluation.context.SegmentContext;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates single conditions for an identity {@code ana} in the environment {@code Live}. */
final class Asking {

    static final String KEY = "env-key_ana";

    private static final EvaluationContext CONTEXT = new EvaluationContext(
            new EnvironmentContext("env-key", "Live"),
            null,
            Map.of("banner", new FeatureContext("9", "banner", true, "blue")),
            Map.of());

    private Asking() {}

    /** Returns whether the condition matches an identity whose trait {@code it} has this value. */
    static boolean holds(@Nullable Object trait, Operator operator, @Nullable String value) {
        return holds(Collections.singletonMap("it", trait), operator, "it", value);
    }

    static boolean holds(
            Map<String, @Nullable Object> traits,
            Operator operator,
            @Nullable String property,
            @Nullable String value) {
        return holds(new IdentityContext("ana", null, traits), operator, property, value);
    }

    static boolean holds(
            @Nullable IdentityContext identity, Operator operator, @Nullable String property, @Nullable String value) {
        var rule = new SegmentRule(
                1, SegmentRule.Type.ALL, List.of(), List.of(new Condition(2, operator, property, value, null)));
        var segment = new SegmentContext("41", "asked", List.of(rule), List.of(), Map.of());
        return new Subject(CONTEXT, identity).isIn(Membership.of(segment));
    }
}
