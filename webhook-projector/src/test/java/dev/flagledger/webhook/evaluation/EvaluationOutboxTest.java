package dev.flagledger.webhook.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.access.outbound.AddressRule;
import dev.flagledger.access.outbound.Cidr;
import dev.flagledger.access.outbound.OutboundHosts;
import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookRemoved;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.contract.view.integration.EvaluationPayload;
import dev.flagledger.contract.view.integration.EvaluationPayload.SegmentOfIdentity;
import dev.flagledger.contract.view.integration.EvaluationPayload.TraitOfIdentity;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.webhook.Webhook;
import dev.flagledger.testing.Receiver;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.webhook.testing.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Receivers are told of evaluations, as far as they can take it, and the one who evaluates never waits. */
class EvaluationOutboxTest {

    /** Of a receiver that answers late; less than the deadline, so that no attempt is repeated. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final WebhookOwner LIVE = WebhookOwner.identities(Shop.LIVE);

    private final WebhookSecrets secrets =
            new WebhookSecrets(JdbcClient.create(TestDatabase.fresh().migrated().dataSource()));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final History history = Shop.withBasket();
    private final EvaluationSender sender = new EvaluationSender(
            Settings.with(),
            new OutboundHosts(new AddressRule(List.of(Cidr.valueOf("127.0.0.0/8"))), InetAddress::getAllByName),
            secrets,
            Clock.systemUTC());
    private final EvaluationOutbox outbox = new EvaluationOutbox(
            sender, new EvaluationMeters(registry), history::state, Clock.systemUTC(), 4, Duration.ofMillis(20));

    @BeforeEach
    void start() {
        outbox.start();
    }

    @AfterEach
    void stop() throws IOException {
        outbox.stop();
        sender.close();
    }

    @Test
    void anEvaluationIsSentSignedInBothWays() {
        secrets.store(43, "s3cret");
        try (var receiver = Receiver.answering(204)) {
            take(webhook(receiver), "user-88", () -> payload("user-88", 7));

            var request = receiver.next();
            assertThat(request.body())
                    .isEqualTo("{\"evaluated_at\": \"2031-05-06T07:08:09.000000Z\", \"flags\": [],"
                            + " \"identity\": \"user-88\","
                            + " \"segments\": [{\"id\": 55, \"member\": true, \"name\": \"beta users\"}],"
                            + " \"traits\": [{\"id\": null, \"trait_key\": \"age\", \"trait_value\": 7}]}");
            assertThat(request.header("X-Flagsmith-Signature")).isEqualTo(request.signedWith("s3cret"));
            assertThat(request.header("webhook-id")).startsWith("evaluation-");
            assertThat(request.header("webhook-signature")).startsWith("v1,");
            assertThat(request.header("webhook-sequence")).isNull();
            assertThat(request.header("Content-Type")).isEqualTo("application/json");
        }
    }

    @Test
    void aFailedAttemptIsRepeatedWithItsIdAndThenGivenUp() {
        try (var receiver = Receiver.answering(500, 302, 404, 200)) {
            var webhook = webhook(receiver);
            take(webhook, "ana", () -> payload("ana", 1));
            var attempts = receiver.next(3);
            awaitCount("given_up", 1);
            take(webhook, "bo", () -> payload("bo", 1));

            assertThat(attempts)
                    .extracting(one -> one.header("webhook-id"))
                    .containsOnly(attempts.getFirst().header("webhook-id"));
            assertThat(attempts)
                    .extracting(Receiver.Request::body)
                    .containsOnly(attempts.getFirst().body());
            assertThat(receiver.next().json().get("identity").asString()).isEqualTo("bo");
            awaitCount("delivered", 1);
        }
    }

    @Test
    void aReceiverThatIsSlowIsToldTheLatestOfEachIdentity() {
        var busy = new CountDownLatch(1);
        try (var receiver = Receiver.answering(exchange -> {
            awaitUp(busy);
            exchange.sendResponseHeaders(200, -1);
        })) {
            var webhook = webhook(receiver);
            take(webhook, "ana", () -> payload("ana", 1));
            take(webhook, "bo", () -> payload("bo", 1));
            receiver.next(2);
            long begun = System.nanoTime();
            for (int time = 2; time <= 1000; time++) {
                int age = time;
                for (var identity : List.of("ana", "bo")) {
                    take(webhook, identity, () -> payload(identity, age));
                }
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));

            busy.countDown();
            awaitCount("delivered", 4);
            assertThat(ages(receiver, "ana")).containsExactly(1, 1000);
            assertThat(ages(receiver, "bo")).containsExactly(1, 1000);
            assertThat(count("replaced")).isEqualTo(2 * 998);
        }
    }

    /** A fifth request would be there before those that another receiver gets one after the other, later. */
    @Test
    void onlyAsManyRequestsAsAllowedAreMadeAtOnce() {
        var busy = new CountDownLatch(1);
        try (var receiver = Receiver.answering(exchange -> {
                    awaitUp(busy);
                    exchange.sendResponseHeaders(200, -1);
                });
                var other = Receiver.answering(200)) {
            takeFromEach(webhook(receiver), 40);
            receiver.next(4);
            var elsewhere = webhook(44, WebhookOwner.identities(Shop.STAGING), other);
            for (int time = 1; time <= 20; time++) {
                takeFromEach(elsewhere, 1);
                other.next();
            }
            assertThat(receiver.all).hasSize(4);

            busy.countDown();
            awaitCount("delivered", 60);
            assertThat(receiver.all).hasSize(40);
        }
    }

    @Test
    void aWebhookThatWasRemovedIsToldNothing() {
        try (var receiver = Receiver.answering(200)) {
            var webhook = webhook(receiver);
            history.then(new WebhookRemoved(43, LIVE));

            take(webhook, "ana", () -> payload("ana", 1));
            await().until(() -> registry.get("flagledger.webhook.evaluations.waiting")
                            .gauge()
                            .value()
                    == 0);

            var again = webhook(receiver);
            take(again, "bo", () -> payload("bo", 1));
            assertThat(receiver.next().json().get("identity").asString()).isEqualTo("bo");
            assertThat(receiver.all).hasSize(1);
        }
    }

    @Test
    void anInternalAddressIsNotReached() {
        history.then(new WebhookAdded(43, LIVE, WebhookSettings.of("http://10.0.0.1/", true)));

        take(known(), "ana", () -> payload("ana", 1));

        awaitCount("given_up", 1);
    }

    private void take(Webhook webhook, String identifier, Supplier<EvaluationPayload> payload) {
        outbox.take(webhook.owner(), webhook.id(), identifier, payload);
    }

    private void takeFromEach(Webhook webhook, int identities) {
        for (int identity = 0; identity < identities; identity++) {
            var name = "user-" + identity;
            take(webhook, name, () -> payload(name, 1));
        }
    }

    private Webhook webhook(Receiver receiver) {
        return webhook(43, LIVE, receiver);
    }

    private Webhook webhook(int id, WebhookOwner owner, Receiver receiver) {
        history.then(new WebhookAdded(id, owner, WebhookSettings.of(receiver.url(), true)));
        return known(owner);
    }

    private Webhook known() {
        return known(LIVE);
    }

    private Webhook known(WebhookOwner owner) {
        var environment = history.state().environment(owner.id()).orElseThrow();
        return Objects.requireNonNull(environment.webhooks().ofIdentities());
    }

    private static EvaluationPayload payload(String identity, int age) {
        return new EvaluationPayload(
                "2031-05-06T07:08:09.000000Z",
                List.of(),
                identity,
                List.of(new SegmentOfIdentity(55, "beta users", true)),
                List.of(new TraitOfIdentity(null, "age", BigInteger.valueOf(age))));
    }

    private static List<Integer> ages(Receiver receiver, String identity) {
        return receiver.all.stream()
                .map(Receiver.Request::json)
                .filter(body -> body.get("identity").asString().equals(identity))
                .map(body -> body.get("traits").get(0).get("trait_value").asInt())
                .toList();
    }

    private void awaitCount(String outcome, int count) {
        await().until(() -> count(outcome) == count);
    }

    private double count(String outcome) {
        return registry.get("flagledger.webhook.evaluations")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static void awaitUp(CountDownLatch latch) {
        try {
            latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
