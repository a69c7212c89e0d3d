package dev.flagledger.query.event.table;

import dev.flagledger.api.event.EventScope;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The events of a project. */
public record OfProject(int id) implements EventPlace {

    @Override
    public boolean includes(EventScope scope) {
        return Objects.equals(scope.projectId(), id);
    }

    @Override
    public String select(String condition, String order) {
        return """
                select event.* from query.audit_event as event
                where event.project_id = :place%s order by event.position %s limit :limit""".formatted(condition, order);
    }

    @Override
    public StatementSpec bind(StatementSpec statement) {
        return statement.param("place", id);
    }
}
