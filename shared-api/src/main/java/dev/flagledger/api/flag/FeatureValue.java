package dev.flagledger.api.flag;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The typed value of a feature state: text, a 32-bit integer, a boolean, or no value.
 *
 * @param type type of the value; UNICODE if there is no value
 * @param text the text, at most 20000 characters; null unless the type is UNICODE and there is a value
 * @param number the number; null unless the type is INT
 * @param bool the boolean; null unless the type is BOOL
 */
public record FeatureValue(
        Type type,
        @Nullable String text,
        @Nullable Integer number,
        @Nullable Boolean bool) {

    /** The value of a feature that has none. */
    public static final FeatureValue NONE = new FeatureValue(Type.UNICODE, null, null, null);

    /** Types of values. */
    public enum Type {
        UNICODE,
        INT,
        BOOL;

        /** Returns the name on the wire: {@code unicode}, {@code int} or {@code bool}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static FeatureValue of(String text) {
        return new FeatureValue(Type.UNICODE, text, null, null);
    }

    public static FeatureValue of(int number) {
        return new FeatureValue(Type.INT, null, number, null);
    }

    public static FeatureValue of(boolean bool) {
        return new FeatureValue(Type.BOOL, null, null, bool);
    }

    /** Returns the value as in JSON: a string, an integer, a boolean or null. */
    public @Nullable Object plain() {
        return switch (type) {
            case UNICODE -> text;
            case INT -> number;
            case BOOL -> bool;
        };
    }
}
