package dev.flagledger.contract.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Repairs percent escapes of query strings and URL-encoded forms. */
public final class Escapes {

    private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9a-fA-F]{2})++|%");

    private Escapes() {}

    /**
     * Makes all escapes well-formed: a percent sign that starts none stands for itself, and bytes that are not UTF-8 for the
     * replacement character, as in Django.
     */
    public static String repaired(String text) {
        return text.indexOf('%') < 0
                ? text
                : ESCAPES.matcher(text).replaceAll(found -> Matcher.quoteReplacement(sound(found.group())));
    }

    private static String sound(String escapes) {
        if (escapes.equals("%")) {
            return "%25";
        }
        var bytes = HexFormat.of().parseHex(escapes.replace("%", ""));
        var text = new String(bytes, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)
                ? escapes
                : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
