package dev.flagledger.contract.view.feature;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.engine.state.project.Feature;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A multivariate option as the admin API has it.
 *
 * @param feature whose option it is; null, and then not said, inside the feature itself
 */
public record OptionView(
        int id,
        UUID uuid,
        String type,
        @Nullable Integer integerValue,
        @Nullable String stringValue,
        @Nullable Boolean booleanValue,
        double defaultPercentageAllocation,
        @Nullable String key,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer feature) {

    /** The option by itself. */
    public static OptionView of(Feature feature, MultivariateOption option) {
        return of(option, feature.id());
    }

    static OptionView within(MultivariateOption option) {
        return of(option, null);
    }

    private static OptionView of(MultivariateOption option, @Nullable Integer feature) {
        var value = option.value();
        return new OptionView(
                option.id(),
                option.uuid(),
                value.type().wireName(),
                value.number(),
                value.text(),
                value.bool(),
                option.defaultPercentage(),
                option.key(),
                feature);
    }
}
