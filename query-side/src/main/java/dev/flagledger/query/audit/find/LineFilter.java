package dev.flagledger.query.audit.find;

import dev.flagledger.ledger.database.LikePattern;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which lines to find: those with certain texts in a scope. All conditions must hold. */
public final class LineFilter {

    private final AuditScope scope;
    private final @Nullable Integer before;
    private final StringBuilder texts = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();
    private boolean narrowed;

    LineFilter(AuditScope scope, @Nullable Integer before) {
        this.scope = scope;
        this.before = before;
        this.texts.append("text.").append(scope.column()).append(" = any (cast(:scopes as int[]))");
        parameters.put("scopes", AuditScope.array(scope.ids()));
        if (before != null) {
            parameters.put("before", before);
        }
    }

    void ofProject(int project) {
        and("text.project_id = :project", "project", project);
    }

    void ofEnvironments(Collection<Integer> environments) {
        and("text.environment_id = any (cast(:environments as int[]))", "environments", AuditScope.array(environments));
    }

    void ofEnvironmentsOrProjects(Collection<Integer> environments, Collection<Integer> projects) {
        and("""
                        (text.environment_id = any (cast(:either as int[]))
                            or text.environment_id is null and text.project_id = any (cast(:projects as int[])))""", "either", AuditScope.array(environments));
        parameters.put("projects", AuditScope.array(projects));
    }

    void containing(String lowerCase) {
        and("text.folded like :pattern", "pattern", LikePattern.containing(lowerCase));
    }

    void nothing() {
        texts.append(" and false");
        narrowed = true;
    }

    private void and(String condition, String name, Object value) {
        texts.append(" and ").append(condition);
        parameters.put(name, value);
        narrowed = true;
    }

    AuditScope scope() {
        return scope;
    }

    /** The condition on {@code text}, a row of the texts. */
    String texts() {
        return texts.toString();
    }

    /** Whether not all texts of the scope match. */
    boolean narrowed() {
        return narrowed;
    }

    @Nullable Integer before() {
        return before;
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
