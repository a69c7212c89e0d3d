package dev.flagledger.engine.evaluation.context;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * One of the values that a feature chooses between.
 *
 * @param value what an identity gets that is given this variant. Handed through as it is
 * @param weight the share of identities, from 0 to 100
 * @param priority variants take their shares in this order, the smallest first; may be as large as a UUID
 * @param key what the variant is called; null for none
 */
public record VariantContext(
        @Nullable Object value,
        double weight,
        BigInteger priority,
        @Nullable String key) {}
