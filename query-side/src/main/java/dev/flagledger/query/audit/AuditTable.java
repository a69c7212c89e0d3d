package dev.flagledger.query.audit;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.contract.audit.line.AuditLine.Redaction;
import dev.flagledger.contract.audit.line.AuditLine.RelatedObject;
import dev.flagledger.ledger.database.Parameters;
import dev.flagledger.ledger.projection.Tables;
import dev.flagledger.query.audit.row.AuditModel;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes the table of the audit log, many rows in one statement, and counts them by their texts. Their ids follow the order of the log, so
 * a rebuild assigns the same ones. The lines of pruned events are counted, so that it does so without them.
 */
@Component
class AuditTable {

    private static final String APPEND = """
            with appended as (insert into audit_table (id, position, created_date, log, author_id, actor_kind, actor_name, organisation_id,
                project_id, environment_id, related_object_id, related_object_uuid, related_object_type, system_event,
                change_type, change_details, subject, erased_log, erased_details, text_id)
            select last.id + line.number + coalesce((
                    select sum(pruned.lines) from query.audit_pruned as pruned
                    where pruned.position > last.position and pruned.position < line.position), 0), line.position, line.created_date, line.log, line.author_id, line.actor_kind,
                line.actor_name, line.organisation_id, line.project_id, line.environment_id, line.related_object_id,
                line.related_object_uuid, line.related_object_type, false, line.change_type, line.change_details,
                line.subject, line.erased_log, line.erased_details, TEXT_ID
            from (
                select coalesce(max(written.id), 0) as id, coalesce(max(written.position), 0) as position
                from (select id, position from audit_table order by id desc limit 1) as written) as last, (
                select told.*, row_number() over (order by told.ordinal) as number from unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::int[], ?::text[], ?::text[], ?::int[],
                    ?::int[], ?::int[], ?::int[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[]) with ordinality
                as told (position, created_date, log, author_id, actor_kind, actor_name, organisation_id,
                    project_id, environment_id, related_object_id, related_object_uuid, related_object_type,
                    change_type, change_details, subject, erased_log, erased_details, ordinal)
                where not exists (
                    select from query.audit_horizon as pruned
                    where pruned.organisation_id = told.organisation_id and pruned.horizon >= told.position)) as line
            returning *)
            """.replace("TEXT_ID", TextTable.idOf("line", "log"));

    private static final String COUNT = """
            insert into query.audit_pruned (position, lines)
            select line.position, count(*) from audit_table as line where line.organisation_id = ? and line.position <= ?
            group by line.position on conflict do nothing""";

    /**
     * Without events that were pruned, others up to the horizon may have lines that they did not have with them. These are left out as
     * well.
     */
    private static final String REMEMBER = """
            insert into query.audit_horizon (organisation_id, horizon) values (?, ?)
            on conflict (organisation_id) do update set horizon = greatest(audit_horizon.horizon, excluded.horizon)""";

    private final JdbcTemplate jdbc;
    private final TextTable texts;

    AuditTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.texts = new TextTable(jdbc);
    }

    /** Appends rows to the table, in the caller's transaction. */
    void append(List<AuditRow> rows, Tables into) {
        jdbc.update(
                (APPEND + TextTable.ADD)
                        .replace("audit_table", into.of(AuditModel.LINES))
                        .replace("audit_text", into.of(AuditModel.TEXTS)),
                statement -> bind(statement, rows));
    }

    /** Replaces the personal data of an erased subject in the table, in the caller's transaction. */
    void erase(Subject subject, Tables tables) {
        var in = tables.of(AuditModel.LINES);
        texts.take(tables, "subject = ?", subject.toString());
        jdbc.update(
                "update " + in + " as line set log = erased_log, change_details = erased_details, text_id = "
                        + TextTable.idOf("line", "erased_log") + " where subject = ?",
                subject.toString());
        texts.add(tables, "subject = ?", subject.toString());
        if (subject.kind() == Subject.Kind.USER) {
            jdbc.update(
                    "update " + in + " set actor_name = ? where actor_kind = 'USER' and author_id = ?",
                    Erasing.TOMBSTONE,
                    subject.id());
        }
    }

    /** Deletes the lines of an organisation up to a position from the table, in the caller's transaction. */
    void prune(EventsPruned pruned, Tables tables) {
        var in = tables.of(AuditModel.LINES);
        jdbc.update(COUNT.replace("audit_table", in), pruned.organisationId(), pruned.horizon());
        jdbc.update(REMEMBER, pruned.organisationId(), pruned.horizon());
        texts.take(tables, "organisation_id = ? and position <= ?", pruned.organisationId(), pruned.horizon());
        jdbc.update(
                "delete from " + in + " where organisation_id = ? and position <= ?",
                pruned.organisationId(),
                pruned.horizon());
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
        parameters.add("int", rows, row -> row.related(RelatedObject::id));
        parameters.add("uuid", rows, row -> row.related(RelatedObject::uuid));
        parameters.add(
                "text", rows, row -> row.related(related -> related.type().name()));
        parameters.add("text", rows, row -> row.line().changeType().name());
        parameters.add("text", rows, AuditRow::details);
        parameters.add(
                "text",
                rows,
                row -> row.redacted(redaction -> redaction.subject().toString()));
        parameters.add("text", rows, row -> row.redacted(Redaction::log));
        parameters.add("text", rows, AuditRow::erasedDetails);
    }
}
