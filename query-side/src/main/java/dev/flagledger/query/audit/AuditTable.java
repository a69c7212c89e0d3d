package dev.flagledger.query.audit;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.query.audit.AuditLine.About;
import dev.flagledger.query.audit.AuditLine.Named;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes lines of the audit log, many in one statement. They are numbered by their place in the log, whenever they are written. */
@Component
class AuditTable {

    private static final String APPEND = """
            insert into audit_table (id, position, created_date, log, author_id, actor_kind, actor_name, organisation_id,
                project_id, environment_id, related_object_id, related_object_uuid, related_object_type, system_event,
                change_type, change_details, subject, erased_log, erased_details)
            select last.id + line.ordinal, line.position, line.created_date, line.log, line.author_id, line.actor_kind,
                line.actor_name, line.organisation_id, line.project_id, line.environment_id, line.related_object_id,
                line.related_object_uuid, line.related_object_type, false, line.change_type, line.change_details,
                line.subject, line.erased_log, line.erased_details
            from (select coalesce(max(audit_table.id), 0) as id from audit_table) as last,
                unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::int[], ?::text[], ?::text[], ?::int[],
                    ?::int[], ?::int[], ?::int[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[]) with ordinality
                as line (position, created_date, log, author_id, actor_kind, actor_name, organisation_id,
                    project_id, environment_id, related_object_id, related_object_uuid, related_object_type,
                    change_type, change_details, subject, erased_log, erased_details, ordinal)
            """;

    private final JdbcTemplate jdbc;

    AuditTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Appends lines to a table, in the caller's transaction. */
    void append(List<AuditRow> rows, String into) {
        jdbc.update(APPEND.replace("audit_table", into), statement -> new Columns(statement, rows).bind());
    }

    /** Has a table name somebody no more, in the caller's transaction: the same rows as if they had never been known. */
    void erase(Subject subject, String in) {
        jdbc.update(
                "update " + in + " set log = erased_log, change_details = erased_details where subject = ?",
                subject.toString());
        if (subject.kind() == Subject.Kind.USER) {
            jdbc.update(
                    "update " + in + " set actor_name = ? where actor_kind = 'USER' and author_id = ?",
                    Erasing.TOMBSTONE,
                    subject.id());
        }
    }

    private static final class Columns {

        private final PreparedStatement statement;
        private final Connection connection;
        private final List<AuditRow> rows;
        private int parameter;

        Columns(PreparedStatement statement, List<AuditRow> rows) throws SQLException {
            this.statement = statement;
            this.connection = statement.getConnection();
            this.rows = rows;
        }

        void bind() throws SQLException {
            set("bigint", row -> row.recorded().position());
            set("timestamptz", row -> row.recorded().at().atOffset(ZoneOffset.UTC));
            set("text", row -> row.line().log());
            set("int", row -> row.recorded().actor().id());
            set("text", row -> row.recorded().actor().kind().name());
            set("text", row -> row.recorded().actor().name());
            set("int", row -> row.place().organisationId());
            set("int", row -> row.place().projectId());
            set("int", row -> row.place().environmentId());
            set("int", row -> row.ofThing(About::id));
            set("uuid", row -> row.ofThing(About::uuid));
            set("text", row -> row.ofThing(about -> about.type().name()));
            set("text", row -> row.line().changeType().name());
            set("text", AuditRow::details);
            set("text", row -> row.ofNamed(named -> named.subject().toString()));
            set("text", row -> row.ofNamed(Named::log));
            set("text", AuditRow::erasedDetails);
        }

        private void set(String type, Function<AuditRow, @Nullable Object> column) throws SQLException {
            statement.setArray(
                    ++parameter,
                    connection.createArrayOf(type, rows.stream().map(column).toArray()));
        }
    }
}
