package dev.flagledger.engine.evaluation.condition;

import dev.flagledger.engine.text.Blanks;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as Python reads them: with digits of any script, and single underscores between them. */
final class Numbers {

    /** The most digits that a whole number is read from. */
    static final int LONGEST = 4300;

    private static final String DIGITS = "\\d++(?:_\\d++)*+";
    private static final Pattern WHOLE = Pattern.compile("[+-]?+" + DIGITS);
    private static final Pattern REAL = Pattern.compile(
            "[+-]?+(?:" + DIGITS + "(?:\\.(?:" + DIGITS + ")?+)?+|\\." + DIGITS + ")(?:[eE][+-]?+" + DIGITS + ")?+");
    private static final Pattern BEYOND = Pattern.compile("(?i)([+-]?+)(?:(inf(?:inity)?+)|nan)");

    private Numbers() {}

    /** The whole number; null if the text is none. */
    static @Nullable BigInteger whole(String text) {
        var plain = plain(text);
        return plain.length() <= LONGEST && WHOLE.matcher(plain).matches()
                ? new BigInteger(plain.replace("_", ""))
                : null;
    }

    /** The number, which may be infinite or not a number; null if the text is none. */
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

    /** Without white space around it, and with the digits of ASCII. */
    private static String plain(String text) {
        var plain = new StringBuilder();
        Blanks.strip(text)
                .codePoints()
                .forEach(c -> plain.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return plain.toString();
    }
}
