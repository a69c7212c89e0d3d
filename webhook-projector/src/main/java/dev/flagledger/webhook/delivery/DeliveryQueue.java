package dev.flagledger.webhook.delivery;

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
                from unnest(?::int[], ?::int[], ?::int[], ?::bigint[], ?::int[], ?::bytea[], ?::int[], ?::int[])
                    as job (webhook_id, environment_id, feature_id, position, ordinal, body, user_id, identity_id)
                left join webhook.webhook_queued known on known.webhook_id = job.webhook_id
                where known.position is null or known.position < job.position
            ), laned as (
                select due.*, coalesce(endpoint.payload, 'CURRENT') = 'CURRENT' as numbered,
                    case endpoint.delivery_order when 'STRICT' then 0 when 'PARALLEL' then -due.sequence
                    else coalesce(due.feature_id, 0) end as lane
                from due left join webhook.webhook_endpoint endpoint on endpoint.id = due.webhook_id
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
     * number of its webhook. All bodies of an event must be queued in one call. The last position that was queued for each webhook is stored outside of the queue, and bodies up to it are
     * ignored, even if their rows have been deleted.
     */
    public void enqueue(List<Job> jobs) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.update(ENQUEUE, statement -> {
            var connection = statement.getConnection();
            statement.setArray(1, connection.createArrayOf("int", column(jobs, Job::webhookId)));
            statement.setArray(2, connection.createArrayOf("int", column(jobs, Job::environmentId)));
            statement.setArray(3, connection.createArrayOf("int", column(jobs, Job::featureId)));
            statement.setArray(4, connection.createArrayOf("bigint", column(jobs, Job::position)));
            statement.setArray(5, connection.createArrayOf("int", column(jobs, Job::ordinal)));
            statement.setArray(
                    6,
                    connection.createArrayOf(
                            "bytea", jobs.stream().map(Job::body).toArray(byte[][]::new)));
            statement.setArray(
                    7,
                    connection.createArrayOf(
                            "int", column(jobs, job -> job.persons().userId())));
            statement.setArray(
                    8,
                    connection.createArrayOf(
                            "int", column(jobs, job -> job.persons().identityId())));
            statement.setObject(9, now);
            statement.setObject(10, now);
        });
        announcement.afterCommit(jobs.size());
    }

    private static @Nullable Object[] column(List<Job> jobs, Function<Job, @Nullable Object> column) {
        return jobs.stream().map(column).toArray();
    }
}
