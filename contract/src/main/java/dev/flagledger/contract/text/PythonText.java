package dev.flagledger.contract.text;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON values as Python shows them: clients send numbers for texts, and what is stored must not depend on the server. */
public final class PythonText {

    private PythonText() {}

    /** The text of a text or a number; null for anything else. */
    public static @Nullable String of(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.isIntegralNumber()) {
            return node.bigIntegerValue().toString();
        }
        var number = node.isNumber() ? node.doubleValue() : Double.NaN;
        return Double.isFinite(number) ? PythonFloat.text(number) : null;
    }

    /** Without the white space around it. Unlike Java's, this takes no-break spaces for white space too. */
    public static String strip(String text) {
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
}
