package dev.flagledger.query.audit;

import dev.flagledger.ledger.projection.Tables;
import dev.flagledger.query.audit.row.AuditModel;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the table of the texts of lines: how many lines each text has in each place. A text without lines is deleted. */
final class TextTable {

    /** Counts the rows of {@code appended}, which precedes it in the statement. */
    static final String ADD = """
            insert into audit_text as text (id, organisation_id, project_id, environment_id, folded, lines)
            select text_id, min(organisation_id), min(project_id), min(environment_id), lower(min(log)), count(*)
            from appended group by text_id
            on conflict (id) do update set lines = text.lines + excluded.lines""";

    private static final String TAKE = """
            with gone as (select text_id, count(*) as lines from audit_table where CONDITION group by text_id),
            ended as (delete from audit_text as text using gone where text.id = gone.text_id and text.lines = gone.lines)
            update audit_text as text set lines = text.lines - gone.lines
            from gone where text.id = gone.text_id and text.lines > gone.lines""";

    private final JdbcTemplate jdbc;

    TextTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The id of the text of a line: a digest of its place and text.
     *
     * @param line a row with the columns of the place
     * @param log its column with the text
     */
    static String idOf(String line, String log) {
        return """
                encode(substring(sha256(convert_to(concat_ws('/', %1$s.organisation_id, coalesce(%1$s.project_id, 0),
                    coalesce(%1$s.environment_id, 0), %1$s.%2$s), 'UTF8')) for 16), 'hex')::uuid""".formatted(line, log);
    }

    /** Counts the lines for which a condition holds, in the caller's transaction. */
    void add(Tables tables, String condition, Object... values) {
        update(tables, "with appended as (select * from audit_table where CONDITION)\n" + ADD, condition, values);
    }

    /** Subtracts the lines for which a condition holds, in the caller's transaction, before they are changed or deleted. */
    void take(Tables tables, String condition, Object... values) {
        update(tables, TAKE, condition, values);
    }

    private void update(Tables tables, String statement, String condition, Object... values) {
        jdbc.update(
                statement
                        .replace("CONDITION", condition)
                        .replace("audit_table", tables.of(AuditModel.LINES))
                        .replace("audit_text", tables.of(AuditModel.TEXTS)),
                values);
    }
}
