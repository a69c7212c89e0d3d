package dev.flagledger.query.event.ask;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.value.Coercion;
import dev.flagledger.contract.form.value.TextRules;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads parameters of a request, of which all are optional, and collects the problems. An empty parameter is an absent one. */
final class ParameterReader {

    private static final int MAX_TEXT = 256;
    private static final Pattern INTEGER = Pattern.compile("\\d{1,9}");
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private final HttpServletRequest request;
    private final Map<String, Object> problems = new LinkedHashMap<>();

    ParameterReader(HttpServletRequest request) {
        this.request = request;
    }

    /** @throws InvalidInput if there was any problem */
    void finish() {
        if (!problems.isEmpty()) {
            throw InvalidInput.fields(problems);
        }
    }

    @Nullable Integer integer(String name) {
        return parsed(name, Coercion.INTEGER_REQUIRED, text -> matching(INTEGER, text, Integer::valueOf));
    }

    @Nullable Long position(String name) {
        return parsed(name, Coercion.INTEGER_REQUIRED, text -> matching(POSITION, text, Long::valueOf));
    }

    @Nullable Instant instant(String name) {
        return parsed(name, InstantText.REQUIRED, InstantText::parse);
    }

    @Nullable String text(String name) {
        var text = request.getParameter(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        TextRules.problemOf(text, MAX_TEXT).ifPresent(problem -> problem(name, problem));
        return text;
    }

    /** @param parse returns null for what is invalid */
    <T> @Nullable T parsed(String name, String problem, Function<String, @Nullable T> parse) {
        var text = request.getParameter(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        var value = parse.apply(text);
        if (value == null) {
            problem(name, problem);
        }
        return value;
    }

    void problem(String name, String problem) {
        problems.put(name, List.of(problem));
    }

    private static <T> @Nullable T matching(Pattern pattern, String text, Function<String, T> parse) {
        return pattern.matcher(text).matches() ? parse.apply(text) : null;
    }
}
