package dev.flagledger.query.audit;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.value.Coercion;
import dev.flagledger.contract.form.value.TextRules;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * The filters of a list of audit log entries.
 *
 * @param project null for any
 * @param environments empty for any, including lines without an environment
 * @param withProject like {@code environments}, including the lines of their projects as a whole; empty for any
 * @param search part of the text, ignoring case; empty for any
 * @param systemEvent null for any
 * @param before the id before which the list begins; null to begin with the newest line
 */
record AuditQuery(
        @Nullable Integer project,
        Collection<Integer> environments,
        Collection<Integer> withProject,
        String search,
        @Nullable Boolean systemEvent,
        @Nullable Integer before) {

    private static final int MAX_SEARCH = 256;
    private static final Pattern INTEGER = Pattern.compile("\\d{1,9}");

    /** Reads the filters of a request. {@code environment} is from the time when Flagsmith did not leave out the project's lines. */
    static AuditQuery of(HttpServletRequest request) {
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

    /**
     * The lines of a scope that match.
     *
     * @param projectOf the project of an environment, even if deleted; null if the environment never existed
     */
    Specification<AuditEntry> within(Specification<AuditEntry> scope, Function<Integer, @Nullable Integer> projectOf) {
        var all = new ArrayList<Specification<AuditEntry>>(List.of(scope));
        if (project != null) {
            all.add((entry, _, builder) -> builder.equal(entry.get("projectId"), project));
        }
        if (!environments.isEmpty()) {
            all.add((entry, _, _) -> entry.get("environmentId").in(environments));
        }
        if (!withProject.isEmpty()) {
            var projects = withProject.stream()
                    .flatMap(environment -> Stream.ofNullable(projectOf.apply(environment)))
                    .toList();
            all.add((entry, _, builder) -> builder.or(
                    entry.get("environmentId").in(withProject),
                    builder.and(
                            entry.get("environmentId").isNull(),
                            entry.get("projectId").in(projects))));
        }
        if (before != null) {
            all.add((entry, _, builder) -> builder.lessThan(entry.get("id"), before));
        }
        if (!search.isEmpty()) {
            var pattern = "%" + escaped(search.toLowerCase(Locale.ROOT)) + "%";
            all.add((entry, _, builder) -> builder.like(builder.lower(entry.get("log")), pattern, '\\'));
        }
        if (systemEvent != null) {
            all.add((entry, _, builder) -> builder.equal(entry.get("systemEvent"), systemEvent));
        }
        return Specification.allOf(all);
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

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
