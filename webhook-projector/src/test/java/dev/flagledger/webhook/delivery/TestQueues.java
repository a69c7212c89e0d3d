package dev.flagledger.webhook.delivery;

import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.ledger.signal.PostgresSignal;
import dev.flagledger.webhook.delivery.again.RedeliveryRequests;
import dev.flagledger.webhook.delivery.attempt.TestAttempts;
import dev.flagledger.webhook.delivery.lane.TestLanes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The queues of a node that delivers nothing. */
public final class TestQueues {

    /** How a new webhook is sent its messages. */
    static final Job.Manner USUAL = Job.Manner.of(WebhookSettings.of("https://one.test/hook", true));

    static final Job.Persons NOBODY = new Job.Persons(null, null);

    private final DataSource database;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final DeliveryAnnouncement announcement;

    public TestQueues(DataSource database, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.clock = clock;
        var meters = new DeliveryMeters(
                new SimpleMeterRegistry(),
                new TestLanes(jdbc, transaction, clock).waiting(),
                new TestAttempts(jdbc, transaction, clock).circuits());
        this.announcement = new DeliveryAnnouncement(
                new DeliverySignal(),
                new PostgresSignal("flagledger_deliveries", 0, database, () -> {}, () -> {}),
                meters);
    }

    /** A body about no feature and without personal data, for a new webhook. */
    public static Job job(int webhookId, int environmentId, long position, String body) {
        return new Job(
                webhookId, environmentId, null, position, 0, body.getBytes(StandardCharsets.US_ASCII), NOBODY, USUAL);
    }

    public DeliveryQueue queue() {
        return new DeliveryQueue(new JdbcTemplate(database), announcement, clock);
    }

    public RedeliveryRequests asked() {
        return new RedeliveryRequests(jdbc);
    }

    public BodyEraser eraser() {
        return new BodyEraser(jdbc);
    }
}
