package dev.flagledger.engine.evaluation.pattern;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Translates a regular expression from Python's syntax to RE2's and computes its size. RE2 expands nested repetitions:
 * {@code ((a{1000}){1000}){1000}} would be a billion instructions.
 */
final class Translation {

    /** Twice the maximum length of a condition's value. */
    private static final long LARGEST = 2500;

    private static final Pattern REPETITION = Pattern.compile("\\{(?!})(?<from>\\d{0,4})(?<to>,\\d{0,4})?}");
    private static final Pattern HEX = Pattern.compile("u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})");

    /** Unicode character classes of escapes within brackets. */
    private static final Map<Character, String> CLASSES =
            Map.of('d', "\\p{Nd}", 'w', "\\p{L}\\p{N}_", 's', "\\s\\x0b\\x1c-\\x1f\\x{85}\\p{Z}");

    private final String regex;
    private final StringBuilder result = new StringBuilder();
    private final Deque<Long> outer = new ArrayDeque<>();
    private int at;
    private long size;
    private long last;
    private boolean refused;

    private Translation(String regex) {
        this.regex = regex;
    }

    /** Returns the pattern in RE2's syntax; null if it is invalid in Python or too large. */
    static @Nullable String of(String regex) {
        var translation = new Translation(regex);
        while (translation.at < regex.length() && !translation.refused) {
            translation.step();
        }
        return translation.refused ? null : translation.result.toString();
    }

    private void step() {
        switch (regex.charAt(at)) {
            case '(' -> open();
            case ')' -> close();
            case '{' -> repeat();
            case '*', '+', '?', '|' -> {
                copy();
                grow(1);
            }
            default -> {
                character(false);
                last = 1;
                grow(1);
            }
        }
    }

    private void copy() {
        result.append(regex.charAt(at++));
    }

    private void grow(long by) {
        size += by;
        refused |= size > LARGEST;
    }

    private void open() {
        outer.push(size);
        size = 0;
        copy();
    }

    private void close() {
        if (outer.isEmpty()) {
            refused = true;
            return;
        }
        last = size + 2;
        size = outer.pop();
        grow(last);
        copy();
    }

    private void repeat() {
        var repetition = REPETITION.matcher(regex).region(at, regex.length());
        if (!repetition.lookingAt()) {
            character(false);
            last = 1;
            grow(1);
            return;
        }
        var from = repetition.group("from").isEmpty() ? "0" : repetition.group("from");
        var to = repetition.group("to") == null ? "" : repetition.group("to");
        result.append('{').append(from).append(to).append('}');
        at = repetition.end();
        int most = Integer.parseInt(to.length() > 1 ? to.substring(1) : from) + 1;
        grow(last * (most - 1));
        last *= most;
    }

    /** Translates a character or an escape. */
    private void character(boolean inBrackets) {
        char c = regex.charAt(at);
        if (c == '\\') {
            escaped(inBrackets);
        } else if (c == '[' && inBrackets) {
            // RE2 would read [[:alpha:]] as a POSIX class.
            result.append('\\');
            copy();
        } else if (c == '[') {
            brackets();
        } else {
            copy();
        }
    }

    /** Translates a bracket expression. A closing bracket in first place is literal. */
    private void brackets() {
        copy();
        if (at < regex.length() && regex.charAt(at) == '^') {
            copy();
        }
        int first = at;
        while (at < regex.length() && (regex.charAt(at) != ']' || at == first) && !refused) {
            character(true);
        }
        if (at < regex.length()) {
            copy();
        } else {
            refused = true;
        }
    }

    private void escaped(boolean inBrackets) {
        if (++at == regex.length()) {
            refused = true;
            return;
        }
        var hex = HEX.matcher(regex).region(at, regex.length());
        if (hex.lookingAt()) {
            result.append("\\x{").append(hex.group().substring(1)).append('}');
            at = hex.end();
            return;
        }
        char c = regex.charAt(at++);
        char lower = Character.toLowerCase(c);
        if (CLASSES.containsKey(lower) && !inBrackets) {
            result.append(c == lower ? "[" : "[^").append(CLASSES.get(lower)).append(']');
        } else if (CLASSES.containsKey(c)) {
            result.append(CLASSES.get(c));
        } else if (c == 'Z' && !inBrackets) {
            result.append("\\z");
        } else if (c == 'b' && inBrackets) {
            result.append("\\x08");
        } else {
            refused = isLetter(c) && "ADSWBbafnrtvx".indexOf(c) < 0;
            result.append('\\').append(c);
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
