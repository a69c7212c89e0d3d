package dev.flagledger.command.transfer;

import dev.flagledger.api.flag.FeatureValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of a feature: how it is made where it is missing, and what it is set to in the environment.
 *
 * @param options the values that it chooses between
 */
record ImportedFeature(
        String name,
        boolean defaultEnabled,
        boolean serverKeyOnly,
        @Nullable String initialValue,
        boolean enabled,
        FeatureValue value,
        List<Option> options) {

    /**
     * @param percentage its share in the environment
     * @param defaultPercentage its share wherever nothing else is said
     */
    record Option(FeatureValue value, double percentage, double defaultPercentage) {}
}
