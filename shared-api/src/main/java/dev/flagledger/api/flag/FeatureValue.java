package dev.flagledger.api.flag;

import java.util.Locale;
import java.util.regex.Pattern;
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

    /** Possessive throughout, since a value may be long and a group that gives back costs a stack frame each time. */
    private static final Pattern INTEGER =
            Pattern.compile("[\\s\\p{Z}\\x85]*+([+-]?+)(\\p{Nd}++(?:_\\p{Nd}++)*+)[\\s\\p{Z}\\x85]*+");

    private static final long TOO_LARGE = Integer.MAX_VALUE;

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

    /**
     * The value that a feature's initial value, which is always text, stands for. A whole number whose size is below
     * 2147483647 becomes a number, {@code true}, {@code True}, {@code false} and {@code False} become booleans, and
     * null becomes {@link #NONE}; so it is in Flagsmith. As there, a number may have white space around it, a sign,
     * single underscores between its digits, and digits of any script.
     */
    public static FeatureValue parse(@Nullable String initialValue) {
        return switch (initialValue) {
            case null -> NONE;
            case "true", "True" -> of(true);
            case "false", "False" -> of(false);
            default -> {
                var number = int32(initialValue);
                yield number == null ? of(initialValue) : of(number.intValue());
            }
        };
    }

    /** Returns the value as in JSON: a string, an integer, a boolean or null. */
    public @Nullable Object plain() {
        return switch (type) {
            case UNICODE -> text;
            case INT -> number;
            case BOOL -> bool;
        };
    }

    private static @Nullable Integer int32(String text) {
        var number = INTEGER.matcher(text);
        if (!number.matches()) {
            return null;
        }
        long size = size(number.group(2));
        if (size >= TOO_LARGE) {
            return null;
        }
        return Math.toIntExact(number.group(1).equals("-") ? -size : size);
    }

    private static long size(String digits) {
        long size = 0;
        for (int digit : digits.codePoints().filter(Character::isDigit).toArray()) {
            size = Math.min(size * 10 + Character.digit(digit, 10), TOO_LARGE);
        }
        return size;
    }
}
