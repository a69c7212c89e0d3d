package dev.flagledger.contract.view.webhook;

import dev.flagledger.api.flag.Variant;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Feature;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The percentage of a multivariate option in a feature state, in the payloads of webhooks. */
public record MultivariateShareView(int id, Option multivariateFeatureOption, double percentageAllocation) {

    /** A multivariate option. */
    public record Option(int id, @Nullable Object value) {}

    static List<MultivariateShareView> of(Feature feature, FeatureState state) {
        return state.variants().stream()
                .flatMap(variant -> of(feature, variant))
                .toList();
    }

    private static Stream<MultivariateShareView> of(Feature feature, Variant variant) {
        return Stream.ofNullable(feature.options().get(variant.optionId()))
                .map(option -> new MultivariateShareView(
                        variant.id(), new Option(option.id(), option.value().plain()), variant.percentage()));
    }
}
