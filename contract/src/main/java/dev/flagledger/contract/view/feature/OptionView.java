package dev.flagledger.contract.view.feature;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.api.feature.MultivariateOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A multivariate option in the admin API.
 *
 * @param feature the id of its feature; null, and absent from the JSON, if nested in the feature
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

    public static OptionView of(MultivariateOption option, @Nullable Integer feature) {
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
