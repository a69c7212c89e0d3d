package dev.flagledger.engine.evaluation.condition;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as Python reads and writes them: with digits of any script, and single underscores between them. */
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

    /** The shortest text that stands for the number; with an exponent from 1e16 on and below 1e-4. */
    static String text(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        if (number == 0) {
            return 1 / number > 0 ? "0.0" : "-0.0";
        }
        var decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = decimal.precision() - decimal.scale() - 1;
        if (exponent < -4 || exponent >= 16) {
            return scientific(decimal, exponent);
        }
        return decimal.scale() > 0 ? decimal.toPlainString() : decimal.toPlainString() + ".0";
    }

    private static String scientific(BigDecimal decimal, int exponent) {
        var digits = decimal.movePointLeft(exponent).toPlainString();
        var sign = exponent < 0 ? "-" : "+";
        var size = Math.abs(exponent);
        return digits + "e" + sign + (size < 10 ? "0" + size : size);
    }

    /** Without white space around it, and with the digits of ASCII. */
    private static String plain(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        var plain = new StringBuilder();
        text.substring(start, end)
                .codePoints()
                .forEach(c -> plain.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return plain.toString();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }
}
