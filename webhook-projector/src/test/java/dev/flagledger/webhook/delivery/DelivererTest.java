package dev.flagledger.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.flagledger.testing.Receiver;
import dev.flagledger.testing.Receiver.Request;
import dev.flagledger.webhook.payload.FlagsmithSignature;
import dev.flagledger.webhook.testing.Settings;
import dev.flagledger.webhook.testing.TestEndpoints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DelivererTest extends DelivererBase {

    private static final int MANY = 20;

    @Test
    void aQueuedBodyArrivesSigned() {
        try (var receiver = Receiver.answering(204)) {
            node.endpoint(41, receiver.url());
            node.secrets.store(41, "s3cret");
            node.start().enqueue(41, 7);

            var request = receiver.next();
            assertThat(request.body()).isEqualTo(Rig.body(7, 1));
            assertThat(request.header("webhook-id")).isEqualTo("41-7-0");
            assertThat(request.header("X-Flagsmith-Signature"))
                    .isEqualTo(FlagsmithSignature.of("s3cret", Rig.body(7, 1).getBytes(StandardCharsets.US_ASCII)));
            node.awaitAll("delivered");
            assertThat(node.rows("select number, status, error from webhook.webhook_attempt"))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("number", 1).containsEntry("status", 204));
        }
    }

    @Test
    void aFailedAttemptIsRepeatedWithTheSameIdUntilAcknowledged() {
        try (var receiver = Receiver.answering(500, 301, 404, 200)) {
            node.endpoint(41, receiver.url());
            node.start().enqueue(41, 7);

            node.awaitAll("delivered");
            assertThat(receiver.all)
                    .extracting(request -> request.header("webhook-id"))
                    .containsOnly("41-7-0");
            assertThat(receiver.all).extracting(Request::body).hasSize(4).containsOnly(Rig.body(7, 1));
            assertThat(node.rows("select status from webhook.webhook_attempt order by number"))
                    .extracting(row -> row.get("status"))
                    .containsExactly(500, 301, 404, 200);
        }
    }

    @Test
    void aRetryUsesTheWebhooksCurrentUrl() {
        node.endpoint(41, "http://127.0.0.1:1/");
        node.start().enqueue(41, 7);
        await().until(() -> !node.rows("select from webhook.webhook_attempt where error like '%refused%'")
                .isEmpty());

        try (var receiver = Receiver.answering(200)) {
            node.secrets.store(41, "later");
            node.endpoints.put(TestEndpoints.endpoint(41, Rig.ENVIRONMENT, receiver.url(), true));

            node.awaitAll("delivered");
            assertThat(receiver.all)
                    .singleElement()
                    .extracting(request -> request.header("X-Flagsmith-Signature"))
                    .isEqualTo(FlagsmithSignature.of("later", Rig.body(7, 1).getBytes(StandardCharsets.US_ASCII)));
        }
    }

    @Test
    void pendingDeliveriesOfARemovedOrDisabledWebhookAreCancelled() {
        try (var receiver = Receiver.answering(200)) {
            node.endpoint(41, receiver.url());
            node.endpoint(42, receiver.url());
            node.enqueue(41, 7);
            node.enqueue(42, 7);
            node.endpoints.remove(41);
            node.endpoints.put(TestEndpoints.endpoint(42, Rig.ENVIRONMENT, receiver.url(), false));
            node.start();

            node.awaitAll("cancelled");
            assertThat(receiver.all).isEmpty();
        }
    }

    @Test
    void aDeliveryFailsPermanentlyAfterTheLastAttempt() throws IOException {
        node.close();
        node = node.second(Settings.with("poll-interval=20ms", "retry-delays=20ms,30ms"));
        try (var receiver = Receiver.answering(500)) {
            node.endpoint(41, receiver.url());
            node.start().enqueue(41, 7);

            node.awaitAll("failed");
            assertThat(receiver.all).hasSize(3);
        }
    }

    @Test
    void aDeliveryToAReceiverThatIsGoneFailsAtOnceAndItsOwnerIsToBeTold() {
        try (var receiver = Receiver.answering(410)) {
            node.endpoint(41, receiver.url());
            node.start().enqueue(41, 7);

            node.awaitAll("failed");
            assertThat(receiver.all).hasSize(1);
            assertThat(node.rows("""
                            select kind from webhook.webhook_notice join webhook.webhook_endpoint using (revision)
                            where webhook_id = 41""")).extracting(row -> row.get("kind")).containsExactly("GONE");
        }
    }

    @Test
    void whatWasSentAndWhatCameBackIsRecordedWithoutSecrets() {
        try (var receiver = Receiver.answering(exchange -> {
            exchange.sendResponseHeaders(200, 6);
            exchange.getResponseBody().write("s3cret".getBytes(StandardCharsets.US_ASCII));
        })) {
            node.secrets.store(41, "s3cret");
            node.endpoint(41, receiver.url() + "?key=k3y");
            node.start().enqueue(41, 7);

            node.awaitAll("delivered");
            assertThat(node.rows("select url, signed_by, answer from webhook.webhook_attempt"))
                    .containsExactly(Map.of(
                            "url", receiver.url() + "?key=(hidden)",
                            "signed_by", "X-Flagsmith-Signature,webhook-signature",
                            "answer", "(hidden)"));
        }
    }

    @Test
    void aReceiverThatAsksForTimeGetsIt() {
        try (var receiver = Receiver.answering(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "1");
            exchange.sendResponseHeaders(429, -1);
        })) {
            node.endpoint(41, receiver.url());
            node.start().enqueue(41, 7);

            receiver.next();
            long begun = System.nanoTime();
            receiver.next();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(800));
        }
    }

    @Test
    void aSlowReceiverDelaysNoOther() throws IOException {
        node.close();
        node = node.second(Settings.with("poll-interval=20ms", "in-flight=2"));
        var release = new CountDownLatch(1);
        try (var slow = Receiver.answering(exchange -> {
                    waitFor(release);
                    exchange.sendResponseHeaders(200, -1);
                });
                var quick = Receiver.answering(200)) {
            node.endpoint(41, slow.url());
            node.endpoint(42, quick.url());
            LongStream.rangeClosed(1, 5).forEach(position -> node.enqueue(41, position));
            node.enqueue(42, 6);
            node.start();

            assertThat(quick.next().body()).isEqualTo(Rig.body(6, 1));
            assertThat(slow.all).hasSizeLessThanOrEqualTo(1);
            release.countDown();
            node.awaitAll("delivered");
        }
    }

    @Test
    void connectionsRemainAvailableWhileAllAttemptsWaitForTheDatabase() throws IOException, SQLException {
        node.close();
        try (var pool = new HikariDataSource();
                var receiver = Receiver.answering(200);
                var lock = node.database.getConnection()) {
            pool.setDataSource(node.database);
            pool.setConnectionTimeout(1_000);
            node = node.second(FAST, pool);
            for (int webhook = 1; webhook <= MANY; webhook++) {
                node.endpoint(webhook, receiver.url());
                node.enqueue(webhook, webhook);
            }
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table webhook.webhook_attempt in access exclusive mode");

            node.start();
            await().until(() -> heldUp() > 0);

            // Each look is through the same pool: it throws if the attempts have it all.
            await().during(Duration.ofMillis(500)).until(() -> heldUp() < MANY / 2);
            lock.commit();
            node.awaitAll("delivered");
            node.close();
        }
    }

    private long heldUp() {
        return node.jdbc
                .sql("select count(*) from pg_stat_activity "
                        + "where wait_event_type = 'Lock' and datname = current_database()")
                .query(Long.class)
                .single();
    }
}
