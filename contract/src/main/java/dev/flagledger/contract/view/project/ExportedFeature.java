package dev.flagledger.contract.view.project;

import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature with its state in one environment, in export files.
 *
 * @param value the value as plain JSON, of the type {@code type}
 * @param multivariate its options, by id
 */
public record ExportedFeature(
        String name,
        boolean defaultEnabled,
        boolean isServerKeyOnly,
        @Nullable String initialValue,
        @Nullable Object value,
        String type,
        boolean enabled,
        List<Option> multivariate) {

    /**
     * An option with its percentage in the environment, which is 0 if none is set.
     *
     * @param value the value as plain JSON, of the type {@code type}
     */
    public record Option(
            double percentageAllocation,
            double defaultPercentageAllocation,
            @Nullable Object value,
            String type) {

        private static Option of(MultivariateOption option, FeatureState state) {
            double share = state.variants().stream()
                    .filter(variant -> variant.optionId() == option.id())
                    .mapToDouble(Variant::percentage)
                    .findAny()
                    .orElse(0);
            var value = option.value();
            return new Option(share, option.defaultPercentage(), value.plain(), typeOf(value));
        }
    }

    /**
     * All features that are not archived, by id.
     *
     * @param tags selects features with one of these tags; empty for all features
     */
    public static List<ExportedFeature> all(Project project, Environment environment, Collection<Integer> tags) {
        return project.features().values().stream()
                .filter(feature -> !feature.details().archived())
                .filter(feature -> tags.isEmpty()
                        || !Collections.disjoint(feature.details().tags(), tags))
                .map(feature -> of(feature, environment.flag(feature.id()).environmentDefault()))
                .toList();
    }

    private static ExportedFeature of(Feature feature, FeatureState state) {
        return new ExportedFeature(
                feature.name(),
                feature.defaultEnabled(),
                feature.details().serverKeyOnly(),
                feature.initialValue(),
                state.value().plain(),
                typeOf(state.value()),
                state.enabled(),
                feature.options().values().stream()
                        .map(option -> Option.of(option, state))
                        .toList());
    }

    private static String typeOf(FeatureValue value) {
        return value.type().wireName();
    }
}
