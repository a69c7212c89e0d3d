package dev.flagledger.engine.evaluation.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression in the syntax of Python's {@code re}. Constructs that cannot be matched in linear time
 * (look-around, back-references) are rejected, as are patterns whose expanded repetitions are too large. Unlike in
 * Python, {@code $} does not match before a final line break, and {@code \b} considers ASCII letters only.
 */
public final class PythonPattern {

    private final Pattern pattern;

    private PythonPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Compiles a pattern; returns null if it is invalid or rejected. */
    public static @Nullable PythonPattern of(String regex) {
        var translated = Translation.of(regex);
        if (translated == null) {
            return null;
        }
        try {
            return new PythonPattern(Pattern.compile(translated));
        } catch (PatternSyntaxException e) {
            return null;
        }
    }

    /** Returns whether a prefix of the text matches, as with {@code re.match}. */
    public boolean matchesStartOf(String text) {
        return pattern.matcher(text).lookingAt();
    }
}
