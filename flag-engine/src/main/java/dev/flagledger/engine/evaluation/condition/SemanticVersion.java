package dev.flagledger.engine.evaluation.condition;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version of Semantic Versioning 2.0.0, without build metadata, which has no precedence.
 *
 * @param core major, minor and patch
 * @param preRelease identifiers after the hyphen; empty for a release
 */
record SemanticVersion(List<String> core, List<String> preRelease) implements Comparable<SemanticVersion> {

    private static final String NUMBER = "(?:0|[1-9][0-9]*+)";
    private static final String IDENTIFIER = "(?:" + NUMBER + "(?![0-9A-Za-z-])|[0-9]*+[A-Za-z-][0-9A-Za-z-]*+)";
    private static final Pattern VERSION = Pattern.compile("(" + NUMBER + "\\." + NUMBER + "\\." + NUMBER + ")"
            + "(?:-(" + IDENTIFIER + "(?:\\." + IDENTIFIER + ")*+))?+"
            + "(?:\\+[0-9A-Za-z-]++(?:\\.[0-9A-Za-z-]++)*+)?+");

    /** Parses a version; returns null if the text is none. */
    static @Nullable SemanticVersion of(String text) {
        if (text.isEmpty() || text.charAt(0) < '0' || text.charAt(0) > '9') {
            return null;
        }
        var version = VERSION.matcher(text);
        if (!version.matches()) {
            return null;
        }
        var preRelease = version.group(2);
        return new SemanticVersion(parts(version.group(1)), preRelease == null ? List.of() : parts(preRelease));
    }

    private static List<String> parts(String text) {
        return List.of(text.split("\\.", -1));
    }

    @Override
    public int compareTo(SemanticVersion other) {
        int byCore = compare(core, other.core);
        if (byCore != 0 || preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return byCore != 0 ? byCore : Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
        }
        return compare(preRelease, other.preRelease);
    }

    private static int compare(List<String> some, List<String> others) {
        for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
            int result = compare(some.get(i), others.get(i));
            if (result != 0) {
                return result;
            }
        }
        return Integer.compare(some.size(), others.size());
    }

    /** Numeric identifiers precede alphanumeric ones. Without leading zeros, the longer number is the greater one. */
    private static int compare(String one, String other) {
        boolean number = isNumber(one);
        if (number != isNumber(other)) {
            return number ? -1 : 1;
        }
        return number && one.length() != other.length()
                ? Integer.compare(one.length(), other.length())
                : one.compareTo(other);
    }

    private static boolean isNumber(String part) {
        return part.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
