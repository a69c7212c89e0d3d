package dev.flagledger.engine.evaluation.context;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a feature: the default of an environment or the override of a segment.
 *
 * @param key key that is hashed with the identity's key for percentage splits
 * @param name name of the feature; an override has that of the feature it overrides
 * @param enabled whether the feature is enabled
 * @param value the value, or the control value if there are variants; passed through unchanged
 * @param variants variants, sorted by priority
 * @param priority the override with the smallest priority wins; {@link #WEAKEST} for none
 * @param metadata passed through to the result; may be empty
 */
public record FeatureContext(
        String key,
        String name,
        boolean enabled,
        @Nullable Object value,
        List<VariantContext> variants,
        double priority,
        Map<String, Object> metadata) {

    /** Priority of states that have none. */
    public static final double WEAKEST = Double.POSITIVE_INFINITY;

    public FeatureContext {
        variants = variants.stream()
                .sorted(Comparator.comparing(VariantContext::priority))
                .toList();
        metadata = Map.copyOf(metadata);
    }

    /** Creates a state without variants, priority and metadata. */
    public FeatureContext(String key, String name, boolean enabled, @Nullable Object value) {
        this(key, name, enabled, value, List.of(), WEAKEST, Map.of());
    }
}
