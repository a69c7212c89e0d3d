package dev.flagledger.webhook.delivery;

import static org.awaitility.Awaitility.await;

import dev.flagledger.access.outbound.AddressRule;
import dev.flagledger.access.outbound.Cidr;
import dev.flagledger.access.outbound.OutboundHosts;
import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.ledger.signal.PostgresSignal;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.webhook.WebhookSettings;
import dev.flagledger.webhook.endpoint.EndpointTable;
import dev.flagledger.webhook.sending.HttpSender;
import dev.flagledger.webhook.testing.TestEndpoints;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
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
    final DeliveryTable table;
    final DeliveryQueue queue;
    final TransactionTemplate transaction;
    final Deliverer deliverer;
    private final PostgresSignal channel;
    private final HttpSender sender;

    private Rig(DataSource database, WebhookSettings settings) {
        this.database = database;
        jdbc = JdbcClient.create(database);
        endpoints = new EndpointTable(jdbc);
        secrets = new WebhookSecrets(jdbc);
        table = new DeliveryTable(jdbc);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        var signal = new DeliverySignal();
        channel = new DeliveryConfiguration().deliveriesOfAll(database, signal);
        var meters = new DeliveryMeters(new SimpleMeterRegistry(), table);
        queue = new DeliveryQueue(new JdbcTemplate(database), signal, channel, meters);
        sender = new HttpSender(
                settings,
                new OutboundHosts(new AddressRule(List.of(Cidr.valueOf("127.0.0.0/8"))), InetAddress::getAllByName));
        var retries = new RetrySchedule(settings.retryDelays(), new Random());
        deliverer = new Deliverer(table, signal, secrets, sender, retries, settings, meters);
    }

    /** A node with its own database. */
    static Rig on(WebhookSettings settings) {
        return new Rig(TestDatabase.fresh().migrated().dataSource(), settings);
    }

    /** Another node on the same database. */
    Rig second(WebhookSettings settings) {
        return second(settings, database);
    }

    /** Another node on the same database, with its own data source. */
    Rig second(WebhookSettings settings, DataSource connections) {
        return new Rig(connections, settings);
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
        queue.enqueue(List.of(
                new Job(webhookId, ENVIRONMENT, position, 0, body(position).getBytes(StandardCharsets.US_ASCII))));
    }

    static String body(long position) {
        return "{\"position\": " + position + "}";
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
