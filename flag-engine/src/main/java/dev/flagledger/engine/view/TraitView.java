package dev.flagledger.engine.view;

import dev.flagledger.api.identity.Trait;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A trait of an identity, as the admin API has it: with a field for each type of value, of which one is filled. */
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
        var value = trait.value();
        return new TraitView(
                trait.id(),
                trait.key(),
                trait.type().name().toLowerCase(Locale.ROOT),
                value == null || trait.type() != Trait.Type.INT ? null : new BigInteger(value),
                trait.type() == Trait.Type.UNICODE ? value : null,
                value == null || trait.type() != Trait.Type.BOOL ? null : Boolean.valueOf(value),
                value == null || trait.type() != Trait.Type.FLOAT ? null : Double.valueOf(value),
                WireTime.rest(createdAt));
    }
}
