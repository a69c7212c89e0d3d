package dev.flagledger.engine.evaluation.condition;

import dev.flagledger.engine.text.Blanks;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses numbers like Python, with digits of any script and single underscores between digits. */
final class Numbers {

    /** Maximum number of digits of an integer. */
    static final int LONGEST = 4300;

    private static final String DIGITS = "\\d++(?:_\\d++)*+";
    private static final Pattern WHOLE = Pattern.compile("[+-]?+" + DIGITS);
    private static final Pattern REAL = Pattern.compile(
            "[+-]?+(?:" + DIGITS + "(?:\\.(?:" + DIGITS + ")?+)?+|\\." + DIGITS + ")(?:[eE][+-]?+" + DIGITS + ")?+");
    private static final Pattern BEYOND = Pattern.compile("(?i)([+-]?+)(?:(inf(?:inity)?+)|nan)");

    private Numbers() {}

    /** Parses an integer; returns null if the text is none. */
    static @Nullable BigInteger whole(String text) {
        var plain = plain(text);
        return plain.length() <= LONGEST && WHOLE.matcher(plain).matches()
                ? new BigInteger(plain.replace("_", ""))
                : null;
    }

    /** Parses a floating-point number, including infinities and NaN; returns null if the text is none. */
    static @Nullable Double real(String text) {
        var plain = plain(text);
        if (REAL.matcher(plain).matches()) {
            return Double.valueOf(plain.replace("_", ""));
        }
        var beyond = BEYOND.matcher(plain);
        if (!beyond.matches()) {
            return null;
        }
        if (beyond.group(2) == null) {
            return Double.NaN;
        }
        return beyond.group(1).equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    /** Strips white space and converts digits to ASCII. */
    private static String plain(String text) {
        var plain = new StringBuilder();
        Blanks.strip(text)
                .codePoints()
                .forEach(c -> plain.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return plain.toString();
    }
}
