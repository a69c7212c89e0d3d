package dev.flagledger.webhook.delivery;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The queue of bodies to deliver. The projection adds them in its own transaction. */
@Component
public class DeliveryQueue {

    private static final String ENQUEUE = """
            with due as (
                select job.*, coalesce(known.sequence, 0)
                        + row_number() over (partition by job.webhook_id order by job.position, job.ordinal) as sequence
                from unnest(?::int[], ?::int[], ?::int[], ?::bigint[], ?::int[], ?::bytea[], ?::int[], ?::int[], ?::text[], ?::bool[])
                    as job (webhook_id, environment_id, feature_id, position, ordinal, body, user_id, identity_id,
                            delivery_order, numbered)
                left join webhook.webhook_queued known on known.webhook_id = job.webhook_id
                where known.position is null or known.position < job.position
            ), laned as (
                select due.*,
                    case due.delivery_order when 'STRICT' then 0 when 'PARALLEL' then -due.sequence
                    else coalesce(due.feature_id, 0) end as lane
                from due
            ), queued as (
                insert into webhook.webhook_delivery (webhook_id, environment_id, position, ordinal, sequence, lane, body, numbered,
                    created_at, user_id, identity_id)
                select laned.webhook_id, laned.environment_id, laned.position, laned.ordinal, laned.sequence, laned.lane, laned.body,
                    laned.numbered, ?, laned.user_id, laned.identity_id
                from laned
                order by laned.position, laned.ordinal
            ), lanes as (
                insert into webhook.webhook_lane (webhook_id, lane, due_at)
                select laned.webhook_id, laned.lane, ? from laned group by laned.webhook_id, laned.lane order by 1, 2
                on conflict (webhook_id, lane) do update set queued = webhook_lane.queued + 1
            )
            insert into webhook.webhook_queued (webhook_id, position, sequence)
            select due.webhook_id, max(due.position), max(due.sequence) from due group by due.webhook_id
            on conflict (webhook_id) do update set position = excluded.position, sequence = excluded.sequence
            """;

    private final JdbcTemplate jdbc;
    private final DeliveryAnnouncement announcement;
    private final Clock clock;

    DeliveryQueue(JdbcTemplate jdbc, DeliveryAnnouncement announcement, Clock clock) {
        this.jdbc = jdbc;
        this.announcement = announcement;
        this.clock = clock;
    }

    /**
     * Queues bodies for delivery after the current transaction commits, or at once without one, each in its lane and under the next
     * number of its webhook. All bodies of an event must be queued in one call. The last position that was queued for each webhook is
     * stored outside of the queue, and bodies up to it are ignored, even if their rows have been deleted.
     */
    public void enqueue(List<Job> jobs) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.update(ENQUEUE, statement -> {
            set(statement, 1, "int", column(jobs, Job::webhookId));
            set(statement, 2, "int", column(jobs, Job::environmentId));
            set(statement, 3, "int", column(jobs, Job::featureId));
            set(statement, 4, "bigint", column(jobs, Job::position));
            set(statement, 5, "int", column(jobs, Job::ordinal));
            set(statement, 6, "bytea", jobs.stream().map(Job::body).toArray(byte[][]::new));
            set(statement, 7, "int", column(jobs, job -> job.persons().userId()));
            set(statement, 8, "int", column(jobs, job -> job.persons().identityId()));
            set(statement, 9, "text", column(jobs, job -> job.manner().order().name()));
            set(statement, 10, "bool", column(jobs, job -> job.manner().numbered()));
            statement.setObject(11, now);
            statement.setObject(12, now);
        });
        announcement.afterCommit(jobs.size());
    }

    private static @Nullable Object[] column(List<Job> jobs, Function<Job, @Nullable Object> column) {
        return jobs.stream().map(column).toArray();
    }

    private static void set(PreparedStatement statement, int index, String type, @Nullable Object[] values)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
