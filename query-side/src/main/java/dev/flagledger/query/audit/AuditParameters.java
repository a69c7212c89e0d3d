package dev.flagledger.query.audit;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.value.Coercion;
import dev.flagledger.contract.form.value.TextRules;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the filters of a list of audit log entries from a request. */
final class AuditParameters {

    private static final int MAX_SEARCH = 256;
    private static final Pattern INTEGER = Pattern.compile("\\d{1,9}");

    private AuditParameters() {}

    /** Reads the filters of a request. {@code environment} is from the time when Flagsmith did not leave out the project's lines. */
    static AuditQuery read(HttpServletRequest request) {
        var problems = new LinkedHashMap<String, Object>();
        var environments = integers(request, "environments", problems);
        var withProject = integers(request, "environment", problems);
        var project = integer(request, "project", problems);
        var before = integer(request, "before", problems);
        var search = Optional.ofNullable(request.getParameter("search")).orElse("");
        TextRules.problemOf(search, MAX_SEARCH).ifPresent(problem -> problems.put("search", List.of(problem)));
        if (!problems.isEmpty()) {
            throw InvalidInput.fields(problems);
        }
        return new AuditQuery(
                project, environments, withProject, search, bool(request.getParameter("is_system_event")), before);
    }

    private static @Nullable Integer integer(HttpServletRequest request, String name, Map<String, Object> problems) {
        var text = Optional.ofNullable(request.getParameter(name)).orElse("");
        if (!text.isEmpty() && !INTEGER.matcher(text).matches()) {
            problems.put(name, List.of(Coercion.INTEGER_REQUIRED));
            return null;
        }
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    /** The values of a repeated parameter; errors are reported by index. */
    private static List<Integer> integers(HttpServletRequest request, String name, Map<String, Object> problems) {
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

    private static @Nullable Boolean bool(@Nullable String text) {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "t", "yes", "y", "on" -> true;
            case "false", "0", "f", "no", "n", "off" -> false;
            default -> null;
        };
    }
}
