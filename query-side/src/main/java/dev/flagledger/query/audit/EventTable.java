package dev.flagledger.query.audit;

import dev.flagledger.api.Subject;
import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.AboutRetention;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.contract.audit.line.AuditLine.Redaction;
import dev.flagledger.ledger.database.Parameters;
import dev.flagledger.query.audit.row.EventRow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the table with a row for each event, many rows in one statement. */
@Component
class EventTable {

    // Arrays of arrays must be rectangular, so that the list of organisations is passed as text.
    private static final String APPEND = """
            insert into audit_table (position, event_id, at, type, action, organisation_id, organisations, project_id,
                environment_id, object, feature_id, segment_id, identity_id, actor_kind, actor_id, actor_name, address, agent,
                request_id, note, summary, difference, origin_of, subject, erased_summary, erased_difference)
            select event.position, event.event_id, event.at, event.type, event.action, event.organisation_id,
                event.organisations::int[], event.project_id, event.environment_id, event.object, event.feature_id,
                event.segment_id, event.identity_id, event.actor_kind, event.actor_id, event.actor_name, event.address,
                event.agent, event.request_id, event.note, event.summary, event.difference, event.origin_of, event.subject,
                event.erased_summary, event.erased_difference
            from unnest(?::bigint[], ?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::int[], ?::text[], ?::int[],
                    ?::int[], ?::text[], ?::int[], ?::int[], ?::int[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as event (position, event_id, at, type, action, organisation_id, organisations, project_id,
                    environment_id, object, feature_id, segment_id, identity_id, actor_kind, actor_id, actor_name, address,
                    agent, request_id, note, summary, difference, origin_of, subject, erased_summary, erased_difference)
            """;

    private static final String[] KEPT =
            EventCatalogue.namesOf(AboutRetention.class).toArray(String[]::new);

    private final JdbcTemplate jdbc;
    private final ChangeDetails details;

    EventTable(JdbcTemplate jdbc, ChangeDetails details) {
        this.jdbc = jdbc;
        this.details = details;
    }

    /** Appends rows to the named table, in the caller's transaction. */
    void append(List<EventRow> rows, String into) {
        jdbc.update(APPEND.replace("audit_table", into), statement -> bind(statement, rows));
    }

    /** Replaces the personal data of an erased subject in the named table, in the caller's transaction. */
    void erase(Subject subject, String in) {
        jdbc.update(
                "update " + in + " set summary = erased_summary, difference = erased_difference where subject = ?",
                subject.toString());
        jdbc.update(
                "update " + in + " set address = case when address is not null then ? end,"
                        + " agent = case when agent is not null then ? end where origin_of = ?",
                Erasing.TOMBSTONE,
                Erasing.TOMBSTONE,
                subject.toString());
        if (subject.kind() == Subject.Kind.USER) {
            jdbc.update(
                    "update " + in + " set actor_name = ? where actor_kind = 'USER' and actor_id = ?",
                    Erasing.TOMBSTONE,
                    subject.id());
        }
    }

    /**
     * Deletes the rows of an organisation up to a position from the named table, in the caller's transaction. Those about retention stay, as
     * their events do.
     */
    void prune(EventsPruned pruned, String in) {
        jdbc.update(
                "delete from " + in + " where organisation_id = ? and position <= ? and type <> all(?)",
                pruned.organisationId(),
                pruned.horizon(),
                KEPT);
    }

    private void bind(PreparedStatement statement, List<EventRow> rows) throws SQLException {
        var parameters = new Parameters(statement);
        parameters.add("bigint", rows, row -> row.recorded().position());
        parameters.add("uuid", rows, row -> row.recorded().origin().eventId());
        parameters.add("timestamptz", rows, row -> row.recorded().at().atOffset(ZoneOffset.UTC));
        parameters.add("text", rows, EventRow::type);
        parameters.add("text", rows, row -> row.action().wireName());
        parameters.add("int", rows, row -> row.scope().organisationId());
        parameters.add("text", rows, EventTable::organisations);
        parameters.add("int", rows, row -> row.scope().projectId());
        parameters.add("int", rows, row -> row.scope().environmentId());
        parameters.add("text", rows, row -> row.scope().object());
        parameters.add("int", rows, row -> row.objects().featureId());
        parameters.add("int", rows, row -> row.objects().segmentId());
        parameters.add("int", rows, row -> row.objects().identityId());
        parameters.add("text", rows, row -> row.recorded().actor().kind().name());
        parameters.add("int", rows, row -> row.recorded().actor().id());
        parameters.add("text", rows, row -> row.recorded().actor().name());
        parameters.add("text", rows, row -> row.recorded().origin().address());
        parameters.add("text", rows, row -> row.recorded().origin().agent());
        parameters.add("text", rows, row -> row.recorded().origin().requestId());
        parameters.add("text", rows, row -> row.recorded().origin().note());
        parameters.add("text", rows, EventRow::summary);
        parameters.add("text", rows, row -> details.write(row.difference()));
        parameters.add("text", rows, row -> text(row.originOf()));
        parameters.add("text", rows, row -> text(row.redacted(Redaction::subject)));
        parameters.add("text", rows, row -> row.redacted(Redaction::log));
        parameters.add("text", rows, row -> row.redacted(redaction -> details.write(redaction.changes())));
    }

    private static String organisations(EventRow row) {
        return row.organisations().stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
