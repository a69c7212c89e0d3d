package dev.flagledger.engine.evaluation.condition;

import dev.flagledger.engine.evaluation.context.EnvironmentContext;
import dev.flagledger.engine.evaluation.context.FeatureContext;
import dev.flagledger.engine.evaluation.context.IdentityContext;
import dev.flagledger.engine.evaluation.context.SegmentContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSONPath (RFC 9535) into the evaluation context, such as {@code $.identity.traits['size']}. Only member names are
 * supported, not wildcards, indices, slices or filters.
 *
 * @param names member names, from the root
 */
record Path(List<String> names) {

    private static final String BLANK = "[ \\t\\n\\r]*+";
    private static final Pattern STEP = Pattern.compile(BLANK
            + "(?:\\.(?<name>[A-Za-z_\\x{80}-\\x{10FFFF}][A-Za-z0-9_\\x{80}-\\x{10FFFF}]*+)"
            + "|\\[" + BLANK
            + "(?:'(?<single>(?:[^'\\\\\\x00-\\x1f]|\\\\[^\"])*+)'|\"(?<double>(?:[^\"\\\\\\x00-\\x1f]|\\\\[^'])*+)\")"
            + BLANK + "\\])");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))", Pattern.DOTALL);
    private static final String ESCAPES = "bfnrt/\\'\"";
    private static final String MEANINGS = "\b\f\n\r\t/\\'\"";

    /** Parses a path; returns null if the text is none. */
    static @Nullable Path of(String text) {
        if (!text.startsWith("$.")) {
            return null;
        }
        List<String> names = new ArrayList<>();
        var step = STEP.matcher(text).region(1, text.length());
        int end = 1;
        while (step.lookingAt()) {
            var name = name(step);
            if (name == null) {
                return null;
            }
            names.add(name);
            end = step.end();
            step.region(end, text.length());
        }
        return end == text.length() ? new Path(List.copyOf(names)) : null;
    }

    private static @Nullable String name(java.util.regex.Matcher step) {
        if (step.group("name") != null) {
            return step.group("name");
        }
        var quoted = step.group("single") == null ? step.group("double") : step.group("single");
        var name = new StringBuilder();
        var escape = ESCAPE.matcher(quoted);
        int end = 0;
        while (escape.find()) {
            name.append(quoted, end, escape.start());
            if (escape.group(1) != null) {
                name.append((char) Integer.parseInt(escape.group(1), 16));
            } else {
                int meaning = ESCAPES.indexOf(escape.group(2));
                if (meaning < 0) {
                    return null;
                }
                name.append(MEANINGS.charAt(meaning));
            }
            end = escape.end();
        }
        return name.append(quoted, end, quoted.length()).toString();
    }

    /** Returns the value at the path; null if there is none. */
    @Nullable Object from(Subject subject) {
        Object node = subject;
        for (var name : names) {
            node = step(node, name);
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    private static @Nullable Object step(Object node, String name) {
        return switch (node) {
            case Subject subject -> step(subject, name);
            case EnvironmentContext environment ->
                switch (name) {
                    case "key" -> environment.key();
                    case "name" -> environment.name();
                    default -> null;
                };
            case IdentityContext identity ->
                switch (name) {
                    case "identifier" -> identity.identifier();
                    case "key" -> identity.key();
                    case "traits" -> identity.traits();
                    default -> null;
                };
            case FeatureContext feature ->
                switch (name) {
                    case "key" -> feature.key();
                    case "name" -> feature.name();
                    case "enabled" -> feature.enabled();
                    case "value" -> feature.value();
                    default -> null;
                };
            case SegmentContext segment ->
                switch (name) {
                    case "key" -> segment.key();
                    case "name" -> segment.name();
                    default -> null;
                };
            case Map<?, ?> map -> map.get(name);
            default -> null;
        };
    }

    private static @Nullable Object step(Subject subject, String name) {
        return switch (name) {
            case "environment" -> subject.environment();
            case "identity" -> subject.identity();
            case "features" -> subject.context().features();
            case "segments" -> subject.context().segments();
            default -> null;
        };
    }
}
