package dev.flagledger.webhook.delivery;

import static org.awaitility.Awaitility.await;

import dev.flagledger.access.outbound.AddressRule;
import dev.flagledger.access.outbound.Cidr;
import dev.flagledger.access.outbound.OutboundHosts;
import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.api.webhook.MessageSelection;
import dev.flagledger.ledger.signal.PostgresSignal;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.webhook.DeliverySettings;
import dev.flagledger.webhook.delivery.again.RedeliveryQueue;
import dev.flagledger.webhook.delivery.again.RedeliveryRequests;
import dev.flagledger.webhook.delivery.attempt.AttemptRecorder;
import dev.flagledger.webhook.delivery.attempt.RetrySchedule;
import dev.flagledger.webhook.delivery.attempt.TestAttempts;
import dev.flagledger.webhook.delivery.lane.Ask;
import dev.flagledger.webhook.delivery.lane.LaneTable;
import dev.flagledger.webhook.delivery.lane.OrphanedLanes;
import dev.flagledger.webhook.delivery.lane.TestLanes;
import dev.flagledger.webhook.endpoint.EndpointTable;
import dev.flagledger.webhook.sending.HttpSender;
import dev.flagledger.webhook.testing.TestEndpoints;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A delivering node, on a database that it may share with others. Nothing runs before {@link #start()}. */
final class Rig implements AutoCloseable {

    static final int ENVIRONMENT = 14;

    final DataSource database;
    final JdbcClient jdbc;
    final EndpointTable endpoints;
    final WebhookSecrets secrets;
    final LaneTable lanes;
    final OrphanedLanes orphans;
    final TestAttempts attempts;
    final Courier courier;
    final AttemptRecorder recorder;
    final DeliveryQueue queue;
    final RedeliveryRequests asked;
    final RedeliveryQueue again;
    final TransactionTemplate transaction;
    final Deliverer deliverer;
    private final PostgresSignal channel;
    private final HttpSender sender;

    private Rig(DataSource database, DeliverySettings settings, Clock clock) {
        this.database = database;
        jdbc = JdbcClient.create(database);
        endpoints = new EndpointTable(jdbc);
        secrets = new WebhookSecrets(jdbc);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        var tables = new TestLanes(jdbc, transaction, clock);
        lanes = tables.table();
        orphans = tables.orphans();
        attempts = new TestAttempts(jdbc, transaction, clock);
        recorder = attempts.recorder();
        var signal = new DeliverySignal();
        channel = new DeliveryConfiguration().deliveriesOfAll(database, signal);
        var meters = new DeliveryMeters(new SimpleMeterRegistry(), tables.waiting(), attempts.circuits());
        var announcement = new DeliveryAnnouncement(signal, channel, meters);
        queue = new DeliveryQueue(new JdbcTemplate(database), announcement, clock);
        asked = new RedeliveryRequests(jdbc);
        again = new RedeliveryQueue(jdbc, transaction, asked, announcement, clock);
        sender = new HttpSender(
                settings,
                new OutboundHosts(new AddressRule(List.of(Cidr.valueOf("127.0.0.0/8"))), InetAddress::getAllByName));
        var retries = new RetrySchedule(settings.retryDelays(), new Random());
        courier = new Courier(new SigningSecrets(secrets, clock), sender, retries, recorder, meters, clock, settings);
        deliverer = new Deliverer(lanes, orphans, courier, recorder, signal, sender, settings);
    }

    /** A node with its own database. */
    static Rig on(DeliverySettings settings) {
        return on(settings, Clock.systemUTC());
    }

    /** A node with its own database and this clock. */
    static Rig on(DeliverySettings settings, Clock clock) {
        return on(TestDatabase.fresh().migrated().dataSource(), settings, clock);
    }

    /** A node on this database, with this clock. */
    static Rig on(DataSource database, DeliverySettings settings, Clock clock) {
        return new Rig(database, settings, clock);
    }

    /** Another node on the same database. */
    Rig second(DeliverySettings settings) {
        return second(settings, database);
    }

    /** Another node on the same database, with its own data source. */
    Rig second(DeliverySettings settings, DataSource connections) {
        return new Rig(connections, settings, Clock.systemUTC());
    }

    Rig start() {
        channel.start();
        deliverer.start();
        return this;
    }

    /** Starts the notification of other nodes, but no deliverer. */
    Rig channelOnly() {
        channel.start();
        return this;
    }

    void endpoint(int id, String url) {
        endpoints.put(TestEndpoints.endpoint(id, ENVIRONMENT, url, true));
    }

    void enqueue(int webhookId, long position) {
        enqueue(webhookId, 0, position);
    }

    /** Queues a body about a feature. */
    void enqueue(int webhookId, int feature, long position) {
        enqueue(webhookId, feature, position, TestQueues.USUAL);
    }

    void enqueue(int webhookId, int feature, long position, Job.Manner manner) {
        queue.enqueue(List.of(job(webhookId, feature, position, manner)));
    }

    /** Queues all messages again that an event at this position asks for, and returns their number. */
    int redeliver(int webhookId, long position, MessageSelection messages) {
        int before = deliveries();
        asked.add(webhookId, position, messages);
        while (again.queueNext()) {
            // Until there is none.
        }
        return deliveries() - before;
    }

    private int deliveries() {
        return rows("select from webhook.webhook_delivery").size();
    }

    static Job job(int webhookId, int feature, long position, Job.Manner manner) {
        var body = ("{\"position\": " + position + "}").getBytes(StandardCharsets.US_ASCII);
        return new Job(webhookId, ENVIRONMENT, feature, position, 0, body, TestQueues.NOBODY, manner);
    }

    /** Delivers what is due, in the caller's thread, and returns the number of lanes. */
    int deliverDue() {
        var leased = lanes.lease(new Ask(100, 100, Map.of(), Duration.ofMinutes(1)));
        leased.forEach(courier::deliver);
        recorder.stop(Duration.ZERO);
        return leased.size();
    }

    /** What a receiver gets, whose messages have the numbers of their events. */
    static String body(long position) {
        return body(position, position);
    }

    /** What a receiver gets. */
    static String body(long position, long sequence) {
        return "{\"position\": " + position + ", \"sequence\": " + sequence + "}";
    }

    /** What the owners of webhooks are to be told. */
    List<Map<String, @Nullable Object>> notices() {
        return rows("select kind, webhook_id from webhook.webhook_notice order by id");
    }

    List<Map<String, @Nullable Object>> rows(String sql) {
        return jdbc.sql(sql).query().listOfRows();
    }

    /** Waits until all deliveries have this status. */
    void awaitAll(String status) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rows("select from webhook.webhook_delivery where status <> '" + status + "'")
                        .isEmpty());
    }

    @Override
    public void close() throws IOException {
        deliverer.stop();
        channel.stop();
        sender.close();
    }
}
