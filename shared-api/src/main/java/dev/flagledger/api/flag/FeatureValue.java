package dev.flagledger.api.flag;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The typed value of a feature state: text, a 32-bit number, a boolean, or nothing at all.
 *
 * @param type which of the three the value is; nothing counts as text
 * @param text the text, at most 20000 characters; null unless the type is UNICODE and there is a value
 * @param number the number; null unless the type is INT
 * @param bool the boolean; null unless the type is BOOL
 */
public record FeatureValue(
        Type type,
        @Nullable String text,
        @Nullable Integer number,
        @Nullable Boolean bool) {

    /** The value of a feature that only goes on and off. */
    public static final FeatureValue NONE = new FeatureValue(Type.UNICODE, null, null, null);

    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+(_\\d+)*");
    private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE);

    /** The kinds of values. */
    public enum Type {
        UNICODE,
        INT,
        BOOL;

        /** The name on the wire: {@code unicode}, {@code int} or {@code bool}. */
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

    /**
     * The value that a feature's initial value, which is always text, stands for. A whole number whose size is below
     * 2147483647 becomes a number, {@code true}, {@code True}, {@code false} and {@code False} become booleans, and
     * null becomes {@link #NONE}; so it is in Flagsmith.
     */
    public static FeatureValue parse(@Nullable String initialValue) {
        return switch (initialValue) {
            case null -> NONE;
            case "true", "True" -> of(true);
            case "false", "False" -> of(false);
            default -> isInt32(initialValue.strip()) ? of(toInt(initialValue.strip())) : of(initialValue);
        };
    }

    /** The value as JSON has it: a string, an integer, a boolean or null. */
    public @Nullable Object plain() {
        return switch (type) {
            case UNICODE -> text;
            case INT -> number;
            case BOOL -> bool;
        };
    }

    private static boolean isInt32(String text) {
        return INTEGER.matcher(text).matches()
                && new BigInteger(text.replace("_", "")).abs().compareTo(LARGEST) < 0;
    }

    private static int toInt(String text) {
        return new BigInteger(text.replace("_", "")).intValueExact();
    }
}
