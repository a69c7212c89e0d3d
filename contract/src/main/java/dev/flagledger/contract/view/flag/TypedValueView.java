package dev.flagledger.contract.view.flag;

import dev.flagledger.api.flag.FeatureValue;
import org.jspecify.annotations.Nullable;

/** A feature state's value in the form that has a field for each type; those of other types are null. */
public record TypedValueView(
        String type,
        @Nullable String stringValue,
        @Nullable Integer integerValue,
        @Nullable Boolean booleanValue) {

    public static TypedValueView of(FeatureValue value) {
        return new TypedValueView(value.type().wireName(), value.text(), value.number(), value.bool());
    }
}
