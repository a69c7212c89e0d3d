package dev.flagledger.contract.view.webhook;

import dev.flagledger.api.flag.Variant;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Feature;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The share of an option in a feature state, as receivers of webhooks are told of it. */
public record MultivariateShareView(int id, Option multivariateFeatureOption, double percentageAllocation) {

    /** The option and the value that it stands for. */
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
