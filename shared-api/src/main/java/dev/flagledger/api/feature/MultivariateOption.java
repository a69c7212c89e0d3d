package dev.flagledger.api.feature;

import dev.flagledger.api.flag.FeatureValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An option of a multivariate feature.
 *
 * @param id id of the option
 * @param uuid alternative id
 * @param value value for identities that are assigned this option
 * @param defaultPercentage share in per cent, from 0 to 100, in feature states that are created after the option
 * @param key key of the option, unique within the feature; null for none
 */
public record MultivariateOption(
        int id,
        UUID uuid,
        FeatureValue value,
        double defaultPercentage,
        @Nullable String key) {}
