package dev.flagledger.webhook.delivery;

import dev.flagledger.ledger.signal.PostgresSignal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The queue of bodies to deliver. The projection adds them in its own transaction. */
@Component
public class DeliveryQueue {

    private static final String ENQUEUE = """
            with due as (
                select job.webhook_id, job.environment_id, job.position, job.ordinal, job.body,
                    job.user_id, job.identity_id
                from unnest(?::int[], ?::int[], ?::bigint[], ?::int[], ?::bytea[], ?::int[], ?::int[])
                    as job (webhook_id, environment_id, position, ordinal, body, user_id, identity_id)
                where not exists (select from webhook.webhook_queued
                                  where webhook_queued.webhook_id = job.webhook_id
                                    and webhook_queued.position >= job.position)
            ), queued as (
                insert into webhook.webhook_delivery (webhook_id, environment_id, position, ordinal, body, user_id, identity_id)
                select due.webhook_id, due.environment_id, due.position, due.ordinal, due.body, due.user_id,
                    due.identity_id
                from due
                order by due.position, due.ordinal
            )
            insert into webhook.webhook_queued (webhook_id, position)
            select due.webhook_id, max(due.position) from due group by due.webhook_id
            on conflict (webhook_id) do update set position = excluded.position
            """;

    private final JdbcTemplate jdbc;
    private final DeliverySignal deliverer;
    private final PostgresSignal everywhere;
    private final DeliveryMeters meters;

    DeliveryQueue(
            JdbcTemplate jdbc,
            DeliverySignal deliverer,
            @Qualifier("deliveriesOfAll") PostgresSignal everywhere,
            DeliveryMeters meters) {
        this.jdbc = jdbc;
        this.deliverer = deliverer;
        this.everywhere = everywhere;
        this.meters = meters;
    }

    /**
     * Queues bodies for delivery after the current transaction commits, or at once without one. All bodies of an event must be
     * queued in one call. The last position that was queued for each webhook is stored outside of the queue, and bodies up to it are
     * ignored, even if their rows have been deleted.
     */
    public void enqueue(List<Job> jobs) {
        jdbc.update(ENQUEUE, statement -> {
            var connection = statement.getConnection();
            statement.setArray(1, connection.createArrayOf("int", column(jobs, Job::webhookId)));
            statement.setArray(2, connection.createArrayOf("int", column(jobs, Job::environmentId)));
            statement.setArray(3, connection.createArrayOf("bigint", column(jobs, Job::position)));
            statement.setArray(4, connection.createArrayOf("int", column(jobs, Job::ordinal)));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "bytea", jobs.stream().map(Job::body).toArray(byte[][]::new)));
            statement.setArray(
                    6,
                    connection.createArrayOf(
                            "int", column(jobs, job -> job.persons().userId())));
            statement.setArray(
                    7,
                    connection.createArrayOf(
                            "int", column(jobs, job -> job.persons().identityId())));
        });
        announceAfterCommit(jobs.size());
    }

    private static @Nullable Object[] column(List<Job> jobs, Function<Job, @Nullable Object> column) {
        return jobs.stream().map(column).toArray();
    }

    private void announceAfterCommit(int queued) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            announce(queued);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                announce(queued);
            }
        });
    }

    /** Wakes the deliverers of this node directly, and those of others by a notification. */
    private void announce(int queued) {
        meters.enqueued(queued);
        deliverer.raise();
        everywhere.raise();
    }
}
