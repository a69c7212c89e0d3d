package dev.flagledger.command.transfer;

import dev.flagledger.api.flag.FeatureValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature in an export file: its definition, and its setting in the environment.
 *
 * @param options the multivariate options
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
     * An option of the feature.
     *
     * @param percentage the percentage in the environment
     * @param defaultPercentage the percentage elsewhere
     */
    record Option(FeatureValue value, double percentage, double defaultPercentage) {}
}
