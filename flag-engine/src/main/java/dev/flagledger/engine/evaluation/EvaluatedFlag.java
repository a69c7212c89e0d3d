package dev.flagledger.engine.evaluation;

import dev.flagledger.engine.evaluation.condition.Subject;
import dev.flagledger.engine.evaluation.context.FeatureContext;
import dev.flagledger.engine.evaluation.context.SegmentContext;
import dev.flagledger.engine.evaluation.context.VariantContext;
import dev.flagledger.engine.evaluation.percentage.Percentage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a flag is for somebody, and why.
 *
 * @param feature what was chosen: the feature as it is for everyone, or an override of it
 * @param segment whose override was chosen; null for none
 * @param drawn the variant that was drawn; null where there are none, nobody to draw for, or none was hit
 * @param variant what the variant is called: its key, null if it has none; {@code control} if there are variants and none
 *     was hit; null where nothing was drawn
 */
public record EvaluatedFlag(
        FeatureContext feature,
        @Nullable SegmentContext segment,
        @Nullable VariantContext drawn,
        @Nullable String variant) {

    /** The variant of those whom no other variant was drawn for. */
    public static final String CONTROL = "control";

    /** Draws one of the variants of what was chosen, if it has any. */
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

    /** What the feature is called. */
    public String name() {
        return feature.name();
    }

    /** Whether it is on. */
    public boolean enabled() {
        return feature.enabled();
    }

    /** What it gives. */
    public @Nullable Object value() {
        return drawn == null ? feature.value() : drawn.value();
    }

    /** What came with that which was chosen; may be empty. */
    public Map<String, Object> metadata() {
        return feature.metadata();
    }

    /** Why: {@code DEFAULT}, {@code TARGETING_MATCH; segment=...} or {@code SPLIT; weight=...}. */
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
