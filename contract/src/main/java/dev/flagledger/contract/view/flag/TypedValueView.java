package dev.flagledger.contract.view.flag;

import dev.flagledger.api.flag.FeatureValue;
import org.jspecify.annotations.Nullable;

/** A feature state's value with one field per type, of which only one is not null. */
public record TypedValueView(
        String type,
        @Nullable String stringValue,
        @Nullable Integer integerValue,
        @Nullable Boolean booleanValue) {

    public static TypedValueView of(FeatureValue value) {
        return new TypedValueView(value.type().wireName(), value.text(), value.number(), value.bool());
    }
}
