package dev.flagledger.query.audit;

import dev.flagledger.ledger.database.LikePattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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
            var pattern = LikePattern.containing(search.toLowerCase(Locale.ROOT));
            all.add((entry, _, builder) -> builder.like(builder.lower(entry.get("log")), pattern, LikePattern.ESCAPE));
        }
        if (systemEvent != null) {
            all.add((entry, _, builder) -> builder.equal(entry.get("systemEvent"), systemEvent));
        }
        return Specification.allOf(all);
    }
}
