package dev.flagledger.api.identity;

import static dev.flagledger.api.Personal.Of.IDENTITY;

import dev.flagledger.api.Personal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A trait of an identity, as reported by an application.
 *
 * @param id id of the trait; kept while the key exists
 * @param key at most 200 characters
 * @param type type of the value
 * @param value the value as text, with numbers and booleans in JSON notation; null for no value, which counts as empty
 *     text
 */
public record Trait(
        int id,
        String key,
        Type type,
        @Personal(IDENTITY) @Nullable String value) {

    /**
     * Returns the value as in JSON: a string, a number, a boolean or null. What is not of its type is text, such as what replaces
     * the value of a person who was erased.
     */
    public @Nullable Object plain() {
        if (value == null) {
            return null;
        }
        try {
            return switch (type) {
                case UNICODE -> value;
                case INT -> new BigInteger(value);
                case FLOAT -> Double.valueOf(value);
                case BOOL -> bool(value);
            };
        } catch (NumberFormatException _) {
            return value;
        }
    }

    private static Object bool(String value) {
        boolean holds = Boolean.parseBoolean(value);
        return holds || value.equalsIgnoreCase("false") ? (Object) holds : value;
    }

    /** Types of values. */
    public enum Type {
        UNICODE,
        INT,
        FLOAT,
        BOOL
    }
}
