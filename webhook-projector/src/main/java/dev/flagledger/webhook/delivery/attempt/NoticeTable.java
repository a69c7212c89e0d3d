package dev.flagledger.webhook.delivery.attempt;

import dev.flagledger.webhook.delivery.attempt.Notice.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notices for the owners of webhooks. They are kept until they have been told, whichever node dies. */
@Component
public class NoticeTable {

    /** The time after which another node tells a notice. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes a notice, in the caller's transaction, unless the same one waits. */
    void add(int webhookId, Kind kind, long revision, String outcome) {
        jdbc.sql("""
            insert into webhook.webhook_notice (webhook_id, kind, revision, happened_at, outcome)
            select :webhook, :kind, :revision, :now, :outcome
            where :kind <> 'GONE' or not exists (
                select from webhook.webhook_notice notice
                where notice.webhook_id = :webhook and notice.kind = :kind and notice.revision = :revision)
            """)
                .param("webhook", webhookId)
                .param("kind", kind.name())
                .param("revision", revision)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("outcome", outcome)
                .update();
    }

    /**
     * Leases the oldest notice. Empty if there is none, or another node tells it: a later one is not told before it, since a resumption
     * follows its pause.
     */
    public Optional<Notice> lease() {
        var now = clock.instant();
        return jdbc.sql("""
            update webhook.webhook_notice set leased_until = :until
            where webhook_notice.id = (select min(notice.id) from webhook.webhook_notice notice)
              and (webhook_notice.leased_until is null or webhook_notice.leased_until <= :now)
            returning webhook_notice.id, webhook_notice.webhook_id, webhook_notice.kind, webhook_notice.revision,
                webhook_notice.happened_at, webhook_notice.outcome
            """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(LEASE).atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Notice(
                        row.getLong("id"),
                        row.getInt("webhook_id"),
                        Kind.valueOf(row.getString("kind")),
                        row.getLong("revision"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getString("outcome")))
                .optional();
    }

    /**
     * Deletes a notice that has been told, in the caller's transaction, if there is one.
     *
     * @return whether it was there: another node may have told it since its lease expired
     */
    public boolean told(Notice notice) {
        return jdbc.sql("delete from webhook.webhook_notice where webhook_notice.id = :id")
                        .param("id", notice.id())
                        .update()
                > 0;
    }

    /** Lets any node tell a notice at once. */
    public void release(Notice notice) {
        jdbc.sql("update webhook.webhook_notice set leased_until = null where webhook_notice.id = :id")
                .param("id", notice.id())
                .update();
    }
}
