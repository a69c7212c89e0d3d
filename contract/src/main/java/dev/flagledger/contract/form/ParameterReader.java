package dev.flagledger.contract.form;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.value.Coercion;
import dev.flagledger.contract.form.value.TextRules;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters, all of which are optional, and collects the errors. An empty parameter is an absent one. What is invalid is
 * read as absent, too, until {@link #finish} refuses the request.
 */
public final class ParameterReader {

    private static final int MAX_TEXT = 256;
    private static final Pattern INTEGER = Pattern.compile("\\d{1,9}");
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d{0,8}");
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private final HttpServletRequest request;
    private final Map<String, Object> problems = new LinkedHashMap<>();

    public ParameterReader(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * Fails if there was any error.
     *
     * @throws InvalidInput with all of them
     */
    public void finish() {
        if (!problems.isEmpty()) {
            throw InvalidInput.fields(problems);
        }
    }

    /** An integer from 0 to 999,999,999; null if absent. */
    public @Nullable Integer integer(String name) {
        return parsed(name, Coercion.INTEGER_REQUIRED, text -> matching(INTEGER, text, Integer::valueOf));
    }

    /**
     * The size of a page, from the parameter {@code limit}: a positive integer.
     *
     * @param most the greatest size, also if the parameter is absent or greater
     */
    public int limit(int most) {
        var limit = parsed("limit", Coercion.INTEGER_REQUIRED, text -> matching(LIMIT, text, Integer::valueOf));
        return limit == null ? most : Math.min(limit, most);
    }

    /** Those of a parameter that may be repeated; errors are reported by index. */
    public List<Integer> integers(String name) {
        var values = Stream.ofNullable(request.getParameterValues(name))
                .flatMap(Stream::of)
                .filter(text -> !text.isEmpty())
                .toList();
        var wrong = new LinkedHashMap<String, List<String>>();
        for (int place = 0; place < values.size(); place++) {
            if (!INTEGER.matcher(values.get(place)).matches()) {
                wrong.put(Integer.toString(place), List.of(Coercion.INTEGER_REQUIRED));
            }
        }
        if (!wrong.isEmpty()) {
            problems.put(name, wrong);
            return List.of();
        }
        return values.stream().map(Integer::valueOf).toList();
    }

    /** A position in the log, or 0; null if absent. */
    public @Nullable Long position(String name) {
        return parsed(name, Coercion.INTEGER_REQUIRED, text -> matching(POSITION, text, Long::valueOf));
    }

    /** A text of at most 256 characters; null if absent. */
    public @Nullable String text(String name) {
        var text = nonEmpty(name);
        var problem = text == null ? null : TextRules.problemOf(text, MAX_TEXT).orElse(null);
        if (problem != null) {
            problem(name, problem);
            return null;
        }
        return text;
    }

    /**
     * A value of another kind; null if absent.
     *
     * @param problem the error of an invalid value
     * @param parse returns null for what is invalid
     */
    public <T> @Nullable T parsed(String name, String problem, Function<String, @Nullable T> parse) {
        var text = nonEmpty(name);
        if (text == null) {
            return null;
        }
        var value = parse.apply(text);
        if (value == null) {
            problem(name, problem);
        }
        return value;
    }

    /** Adds an error. */
    public void problem(String name, String problem) {
        problems.put(name, List.of(problem));
    }

    private @Nullable String nonEmpty(String name) {
        var text = request.getParameter(name);
        return text == null || text.isEmpty() ? null : text;
    }

    private static <T> @Nullable T matching(Pattern pattern, String text, Function<String, T> parse) {
        return pattern.matcher(text).matches() ? parse.apply(text) : null;
    }
}
