package dev.flagledger.query.audit;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.ledger.log.Parameters;
import dev.flagledger.query.audit.AuditLine.About;
import dev.flagledger.query.audit.AuditLine.Named;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
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
        jdbc.update(APPEND.replace("audit_table", into), statement -> bind(statement, rows));
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

    private static void bind(PreparedStatement statement, List<AuditRow> rows) throws SQLException {
        var parameters = new Parameters(statement);
        parameters.add("bigint", rows, row -> row.recorded().position());
        parameters.add("timestamptz", rows, row -> row.recorded().at().atOffset(ZoneOffset.UTC));
        parameters.add("text", rows, row -> row.line().log());
        parameters.add("int", rows, row -> row.recorded().actor().id());
        parameters.add("text", rows, row -> row.recorded().actor().kind().name());
        parameters.add("text", rows, row -> row.recorded().actor().name());
        parameters.add("int", rows, row -> row.place().organisationId());
        parameters.add("int", rows, row -> row.place().projectId());
        parameters.add("int", rows, row -> row.place().environmentId());
        parameters.add("int", rows, row -> row.ofThing(About::id));
        parameters.add("uuid", rows, row -> row.ofThing(About::uuid));
        parameters.add("text", rows, row -> row.ofThing(about -> about.type().name()));
        parameters.add("text", rows, row -> row.line().changeType().name());
        parameters.add("text", rows, AuditRow::details);
        parameters.add("text", rows, row -> row.ofNamed(named -> named.subject().toString()));
        parameters.add("text", rows, row -> row.ofNamed(Named::log));
        parameters.add("text", rows, AuditRow::erasedDetails);
    }
}
