package dev.flagledger.platform.http;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON values as Python shows them: clients send numbers for texts, and what is stored must not depend on the server. */
final class PythonText {

    private PythonText() {}

    /** The text of a text or a number; null for anything else. */
    static @Nullable String of(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.isIntegralNumber()) {
            return node.bigIntegerValue().toString();
        }
        var number = node.isNumber() ? node.doubleValue() : Double.NaN;
        return Double.isFinite(number) ? decimal(number) : null;
    }

    /** Without the white space around it. Unlike Java's, this takes no-break spaces for white space too. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    /** The shortest digits, with an exponent from 1e+16 up and from 1e-05 down. */
    private static String decimal(double number) {
        if (number == 0) {
            return 1 / number < 0 ? "-0.0" : "0.0";
        }
        var digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            var plain = digits.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        var mantissa = digits.movePointLeft(exponent).toPlainString();
        return mantissa + String.format(Locale.ROOT, "e%+03d", exponent);
    }
}
