package dev.flagledger.query.audit.find;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines that a caller may see: those of organisations, or those of one project. */
public final class AuditScope {

    private final String column;
    private final List<Integer> ids;

    private AuditScope(String column, Collection<Integer> ids) {
        this.column = column;
        this.ids = List.copyOf(ids);
    }

    public static AuditScope ofOrganisations(Collection<Integer> ids) {
        return new AuditScope("organisation_id", ids);
    }

    public static AuditScope ofProject(int id) {
        return new AuditScope("project_id", List.of(id));
    }

    /** Whether it includes the lines of this place. */
    public boolean includes(int organisationId, @Nullable Integer projectId) {
        return column.equals("organisation_id")
                ? ids.contains(organisationId)
                : projectId != null && ids.contains(projectId);
    }

    String column() {
        return column;
    }

    List<Integer> ids() {
        return ids;
    }

    /** The ids as an array of PostgreSQL. */
    static String array(Collection<Integer> ids) {
        return ids.stream().map(Object::toString).collect(joining(",", "{", "}"));
    }
}
