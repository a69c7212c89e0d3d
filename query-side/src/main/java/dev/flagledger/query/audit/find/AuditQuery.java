package dev.flagledger.query.audit.find;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
public record AuditQuery(
        @Nullable Integer project,
        Collection<Integer> environments,
        Collection<Integer> withProject,
        String search,
        @Nullable Boolean systemEvent,
        @Nullable Integer before) {

    /**
     * The lines of a scope that match.
     *
     * @param projectOf the project of an environment, even if deleted; null if the environment never existed
     */
    public LineFilter within(AuditScope scope, Function<Integer, @Nullable Integer> projectOf) {
        var filter = new LineFilter(scope, before);
        if (project != null) {
            filter.ofProject(project);
        }
        if (!environments.isEmpty()) {
            filter.ofEnvironments(environments);
        }
        if (!withProject.isEmpty()) {
            filter.ofEnvironmentsOrProjects(
                    withProject,
                    withProject.stream()
                            .flatMap(environment -> Stream.ofNullable(projectOf.apply(environment)))
                            .toList());
        }
        if (!search.isEmpty()) {
            filter.containing(search.toLowerCase(Locale.ROOT));
        }
        if (Boolean.TRUE.equals(systemEvent)) {
            filter.nothing();
        }
        return filter;
    }
}
