package dev.flagledger.api.feature;

import dev.flagledger.api.flag.FeatureValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the values that a multivariate feature chooses between.
 *
 * @param id for those who edit it
 * @param uuid the same for those who address it so
 * @param value what an identity gets that is given this option
 * @param defaultPercentage the share, from 0 to 100, that states get which are made after it
 * @param key what the option is called, unique within the feature; null for none
 */
public record MultivariateOption(
        int id,
        UUID uuid,
        FeatureValue value,
        double defaultPercentage,
        @Nullable String key) {}
