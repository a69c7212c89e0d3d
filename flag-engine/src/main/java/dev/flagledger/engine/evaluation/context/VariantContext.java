package dev.flagledger.engine.evaluation.context;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A variant of a feature.
 *
 * @param value the value; passed through unchanged
 * @param weight the share of identities, from 0 to 100
 * @param priority order in which variants take their shares, smallest first; up to 128 bits
 * @param key key of the variant; null for none
 */
public record VariantContext(
        @Nullable Object value,
        double weight,
        BigInteger priority,
        @Nullable String key) {}
