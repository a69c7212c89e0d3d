package dev.flagledger.engine.evaluation;

import dev.flagledger.engine.evaluation.condition.Subject;
import dev.flagledger.engine.evaluation.context.FeatureContext;
import dev.flagledger.engine.evaluation.context.SegmentContext;
import dev.flagledger.engine.evaluation.context.VariantContext;
import dev.flagledger.engine.evaluation.percentage.Percentage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of evaluating a flag, with the reason.
 *
 * @param feature the chosen state: the default or an override
 * @param segment segment of the chosen override; null for the default
 * @param drawn variant assigned by percentage; null if there are no variants, no identity, or no share applies
 * @param variant key of the assigned variant, which may be null; {@code control} if no share applies; null if there are
 *     no variants or no identity
 */
public record EvaluatedFlag(
        FeatureContext feature,
        @Nullable SegmentContext segment,
        @Nullable VariantContext drawn,
        @Nullable String variant) {

    /** Key of the variant for identities that are assigned no other. */
    public static final String CONTROL = "control";

    /** Assigns one of the variants of the chosen state, if it has any. */
    public static EvaluatedFlag of(FeatureContext feature, @Nullable SegmentContext segment, Subject subject) {
        var identityKey = subject.identityKey();
        if (identityKey == null || feature.variants().isEmpty()) {
            return new EvaluatedFlag(feature, segment, null, null);
        }
        double percentage = Percentage.of(feature.key(), identityKey);
        double start = 0;
        for (var variant : feature.variants()) {
            double limit = start + variant.weight();
            if (start <= percentage && percentage < limit) {
                return new EvaluatedFlag(feature, segment, variant, variant.key());
            }
            start = limit;
        }
        return new EvaluatedFlag(feature, segment, null, CONTROL);
    }

    /** Returns the name of the feature. */
    public String name() {
        return feature.name();
    }

    /** Returns whether the flag is enabled. */
    public boolean enabled() {
        return feature.enabled();
    }

    /** Returns the value. */
    public @Nullable Object value() {
        return drawn == null ? feature.value() : drawn.value();
    }

    /** Returns the metadata of the chosen state; may be empty. */
    public Map<String, Object> metadata() {
        return feature.metadata();
    }

    /** Returns the reason: {@code DEFAULT}, {@code TARGETING_MATCH; segment=...} or {@code SPLIT; weight=...}. */
    public String reason() {
        if (drawn != null) {
            return "SPLIT; weight=" + weight(drawn.weight());
        }
        return segment == null ? "DEFAULT" : "TARGETING_MATCH; segment=" + segment.name();
    }

    private static String weight(double weight) {
        return weight == Math.rint(weight) && Math.abs(weight) < 1e15
                ? Long.toString((long) weight)
                : Double.toString(weight);
    }
}
