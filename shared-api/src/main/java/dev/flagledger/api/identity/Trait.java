package dev.flagledger.api.identity;

import static dev.flagledger.api.Personal.Of.IDENTITY;

import dev.flagledger.api.Personal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Something an application says of an identity.
 *
 * @param id for those who edit it; stays while the key is there
 * @param key at most 200 characters
 * @param type which of the four the value is
 * @param value the value as text: as given, or as the number or the boolean is written in JSON; null for none, which
 *     counts as an empty text
 */
public record Trait(
        int id,
        String key,
        Type type,
        @Personal(IDENTITY) @Nullable String value) {

    /** The value as JSON has it: a string, a number, a boolean or null. */
    public @Nullable Object plain() {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case UNICODE -> value;
            case INT -> new BigInteger(value);
            case FLOAT -> Double.valueOf(value);
            case BOOL -> Boolean.valueOf(value);
        };
    }

    /** The kinds of values. */
    public enum Type {
        UNICODE,
        INT,
        FLOAT,
        BOOL
    }
}
