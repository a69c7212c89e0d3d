package dev.flagledger.engine.evaluation.context;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A feature as it is for everyone in an environment, or as a segment overrides it.
 *
 * @param key what percentages are drawn from, together with the identity's key
 * @param name what the feature is called; an override has the name of the feature that it is for
 * @param enabled whether it is on
 * @param value what it gives; the control value where there are variants. Handed through as it is
 * @param variants the values that it chooses between, kept in the order of their priorities
 * @param priority of two overrides the one with the smaller priority wins; {@link #WEAKEST} for none
 * @param metadata handed through to the result; may be empty
 */
public record FeatureContext(
        String key,
        String name,
        boolean enabled,
        @Nullable Object value,
        List<VariantContext> variants,
        double priority,
        Map<String, Object> metadata) {

    /** The priority of what has none. */
    public static final double WEAKEST = Double.POSITIVE_INFINITY;

    public FeatureContext {
        variants = variants.stream()
                .sorted(Comparator.comparing(VariantContext::priority))
                .toList();
        metadata = Map.copyOf(metadata);
    }

    /** A feature without variants, priority and metadata. */
    public FeatureContext(String key, String name, boolean enabled, @Nullable Object value) {
        this(key, name, enabled, value, List.of(), WEAKEST, Map.of());
    }
}
