package dev.flagledger.webhook.delivery;

import dev.flagledger.ledger.signal.PostgresSignal;
import dev.flagledger.webhook.delivery.attempt.TestAttempts;
import dev.flagledger.webhook.delivery.lane.TestLanes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The queues of a node that delivers nothing. */
public final class TestQueues {

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

    public DeliveryQueue queue() {
        return new DeliveryQueue(new JdbcTemplate(database), announcement, clock);
    }

    public RedeliveryQueue again() {
        return new RedeliveryQueue(jdbc, announcement, clock);
    }

    public BodyEraser eraser() {
        return new BodyEraser(jdbc);
    }
}
