package dev.flagledger.contract.view.feature;

import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.engine.state.project.Feature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a multivariate feature for SDKs: that of the environment default, and the options. */
public record FeatureOptionsView(@Nullable Object controlValue, List<OptionValue> options) {

    /** The value of a multivariate option. */
    public record OptionValue(@Nullable Object value) {

        static OptionValue of(MultivariateOption option) {
            return new OptionValue(option.value().plain());
        }
    }

    public static FeatureOptionsView of(Feature feature, @Nullable Object controlValue) {
        return new FeatureOptionsView(
                controlValue,
                feature.options().values().stream().map(OptionValue::of).toList());
    }
}
