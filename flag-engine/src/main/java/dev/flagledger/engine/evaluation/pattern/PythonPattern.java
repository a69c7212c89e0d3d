package dev.flagledger.engine.evaluation.pattern;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression in the syntax of Python's {@code re}. What cannot be matched in linear time (look-around,
 * references to groups) is refused, and so is what would fill the memory once its repetitions are spelt out. Unlike in
 * Python, {@code $} does not forgive a line break at the end, and {@code \b} knows the letters of ASCII only.
 */
public final class PythonPattern {

    private final Pattern pattern;

    private PythonPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** The pattern, or null if it is not one or is refused. */
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

    /** Whether some beginning of the text matches, as with {@code re.match}. */
    public boolean matchesStartOf(String text) {
        return pattern.matcher(text).lookingAt();
    }
}
