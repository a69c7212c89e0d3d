package dev.flagledger.engine.text;

import dev.flagledger.api.flag.FeatureValue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Types the initial values of features. */
public final class InitialValue {

    /**
     * Not the white space of {@link Blanks}: Python's {@code int} does not strip U+001C to U+001F. Possessive quantifiers throughout:
     * backtracking into a group takes a stack frame for each character.
     */
    private static final Pattern INTEGER =
            Pattern.compile("[\\s\\p{Z}\\x85]*+([+-]?+)(\\p{Nd}++(?:_\\p{Nd}++)*+)[\\s\\p{Z}\\x85]*+");

    private static final long TOO_LARGE = Integer.MAX_VALUE;

    private InitialValue() {}

    /**
     * Converts an initial value, which is always text, to a typed value as Flagsmith does. An integer whose magnitude is
     * below 2147483647 becomes a number, {@code true}, {@code True}, {@code false} and {@code False} become booleans, and
     * null becomes {@link FeatureValue#NONE}. Integers may have surrounding white space, a sign, single underscores between
     * digits, and digits of any script.
     */
    public static FeatureValue parse(@Nullable String text) {
        return switch (text) {
            case null -> FeatureValue.NONE;
            case "true", "True" -> FeatureValue.of(true);
            case "false", "False" -> FeatureValue.of(false);
            default -> {
                var number = int32(text);
                yield number == null ? FeatureValue.of(text) : FeatureValue.of(number.intValue());
            }
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
