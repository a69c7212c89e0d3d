package dev.flagledger.contract.view.identity;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.contract.view.WireTime;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A trait of an identity in the admin API, with one value field per type, of which only one is not null. */
public record TraitView(
        int id,
        String traitKey,
        String valueType,
        @Nullable BigInteger integerValue,
        @Nullable String stringValue,
        @Nullable Boolean booleanValue,
        @Nullable Double floatValue,
        String createdDate) {

    public static TraitView of(Trait trait, Instant createdAt) {
        return new TraitView(
                trait.id(),
                trait.key(),
                trait.type().name().toLowerCase(Locale.ROOT),
                value(trait, Trait.Type.INT, BigInteger::new),
                value(trait, Trait.Type.UNICODE, Function.identity()),
                value(trait, Trait.Type.BOOL, Boolean::valueOf),
                value(trait, Trait.Type.FLOAT, Double::valueOf),
                WireTime.rest(createdAt));
    }

    /** The trait's value if it is of this type; null for other types and for no value. */
    public static <T> @Nullable T value(Trait trait, Trait.Type type, Function<String, T> read) {
        var value = trait.value();
        return value == null || trait.type() != type ? null : read.apply(value);
    }
}
