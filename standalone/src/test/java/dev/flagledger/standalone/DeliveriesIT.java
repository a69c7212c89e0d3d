package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.testing.Receiver;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The deliveries of webhooks, as their owners and auditors see them. */
class DeliveriesIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Shop shop = Shop.in(TestServer.shared());
    private final String state = shop.stateOf(shop.feature(Map.of("name", "basket")));

    @Test
    void aChangeIsFollowedFromItsRequestToItsDeliveryAndBack() {
        try (var receiver = Receiver.answering(204)) {
            int webhook = webhook(receiver.url());
            var change = shop.ana().with("X-Request-Id", "change-7").patch(state, Map.of("enabled", true));
            assertThat(change.status()).isEqualTo(200);

            var event = shop.ana()
                    .get(shop.events() + "?request=change-7")
                    .ok()
                    .get("results")
                    .get(0);
            var position = event.get("position").asLong();
            var ofEvent = "projects/" + shop.project() + "/events/" + position + "/deliveries/";
            await().until(() -> isDelivered(shop.ana().get(ofEvent).ok()));

            var delivery = shop.ana().get(ofEvent).ok().get(0);
            assertThat(delivery.get("id").asString()).isEqualTo(receiver.next().header("webhook-id"));
            assertThat(delivery.get("webhook").asInt()).isEqualTo(webhook);
            assertThat(delivery.get("position").asLong()).isEqualTo(position);
            assertThat(delivery.get("last_status").asInt()).isEqualTo(204);
            assertThat(delivery.get("next_attempt_at").isNull()).isTrue();
            assertThat(shop.ana().get(deliveries(webhook)).ok().get("results").get(0))
                    .isEqualTo(delivery);

            var received = shop.ana()
                    .get(deliveries(webhook) + delivery.get("id").asString() + "/")
                    .ok();
            assertThat(received.get("request").asString()).isEqualTo("change-7");
            assertThat(shop.ana()
                            .get(shop.events() + received.get("position").asString() + "/")
                            .ok())
                    .isEqualTo(event);
        }
    }

    @Test
    void aDeliveryShowsWhatWasSentAndEveryAttempt() {
        try (var receiver = Receiver.answering(500)) {
            int webhook = webhook(receiver.url());
            toggle(true);
            await().until(() -> !list(webhook, "").isEmpty()
                    && list(webhook, "").get(0).get("last_status").isNumber());

            var id = list(webhook, "").get(0).get("id").asString();
            var delivery = shop.ana().get(deliveries(webhook) + id + "/").ok();
            assertThat(delivery.get("status").asString()).isEqualTo("pending");
            assertThat(delivery.get("next_attempt_at").isString()).isTrue();
            assertThat(delivery.get("attempts").get(0).get("status").asInt()).isEqualTo(500);
            assertThat(delivery.get("attempts").get(0).get("error").isNull()).isTrue();
            var request = delivery.get("attempts").get(0).get("request");
            assertThat(request.get("url").asString()).isEqualTo(receiver.url());
            assertThat(request.get("headers").get("webhook-id").asString()).isEqualTo(id);
            assertThat(delivery.get("body"))
                    .isEqualTo(JSON.readTree(receiver.next().body()));
        }
    }

    @Test
    void deliveriesAreFilteredAndReadPageByPage() {
        try (var receiver = Receiver.answering(200)) {
            int webhook = webhook(receiver.url());
            for (int change = 0; change < 5; change++) {
                toggle(change % 2 == 0);
            }
            await().until(() -> list(webhook, "?status=delivered").size() == 5);

            var all = list(webhook, "");
            var first = shop.ana().get(deliveries(webhook) + "?limit=3").ok();
            var rest = shop.ana().get(first.get("next").asString()).ok();
            assertThat(first.get("results").valueStream()).containsExactly(all.get(0), all.get(1), all.get(2));
            assertThat(rest.get("results").valueStream()).containsExactly(all.get(3), all.get(4));
            assertThat(rest.get("next").isNull()).isTrue();
            assertThat(list(webhook, "?status=failed")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"status, lost", "before, 41", "before, 41-x", "limit, 0", "limit, many"})
    void invalidParametersAreRefused(String name, String value) {
        int webhook = webhook("http://127.0.0.1:9/");

        var answer = shop.ana().get(deliveries(webhook) + "?" + name + "=" + value);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get(name).isArray()).isTrue();
    }

    @Test
    void messagesAreDeliveredAgainWhichIsInTheAuditLog() {
        try (var receiver = Receiver.answering(200)) {
            int webhook = webhook(receiver.url());
            toggle(true);
            toggle(false);
            var first = receiver.next(2).getFirst();
            await().until(() -> list(webhook, "?status=delivered").size() == 2);

            var asked = shop.ana().post(redeliveries(webhook), Map.of("from", 1, "to", 1));

            assertThat(asked.status()).isEqualTo(202);
            var again = receiver.next();
            assertThat(again.body()).isEqualTo(first.body()).endsWith("\"sequence\": 1}");
            assertThat(again.header("webhook-id")).isEqualTo(first.header("webhook-id"));
            assertThat(again.header("webhook-sequence")).isEqualTo("1");
            await().until(() -> list(webhook, "?status=delivered").size() == 3);
            var deliveries = list(webhook, "");
            assertThat(deliveries.get(1).get("redelivers"))
                    .isEqualTo(deliveries.get(2).get("number"));
            var second = shop.ana().get(deliveries(webhook) + "?limit=2").ok();
            assertThat(shop.ana()
                            .get(second.get("next").asString())
                            .ok()
                            .get("results")
                            .valueStream())
                    .containsExactly(deliveries.get(2));
            var number = deliveries.get(2).get("number").asLong();
            assertThat(shop.ana()
                            .get(deliveries(webhook) + first.header("webhook-id") + "/?number=" + number)
                            .ok()
                            .get("number")
                            .asLong())
                    .isEqualTo(number);
            var event = events("webhook.messages-redelivered").get(0);
            assertThat(event.get("summary").asString())
                    .isEqualTo("Messages delivered again to webhook: " + receiver.url());
        }
    }

    @Test
    void whatWasCancelledIsAGapThatCanBeFilled() {
        try (var receiver = Receiver.answering(200)) {
            int webhook = webhook("http://127.0.0.1:9/");
            toggle(true);
            await().until(() -> list(webhook, "").size() == 1
                    && list(webhook, "").get(0).get("last_error").isString());
            var path = shop.webhooks() + webhook + "/";
            shop.ana().patch(path, Map.of("enabled", false)).ok();
            await().until(() -> list(webhook, "?status=cancelled").size() == 1);
            shop.ana()
                    .patch(path, Map.of("enabled", true, "url", receiver.url()))
                    .ok();
            toggle(false);
            assertThat(receiver.next().header("webhook-sequence")).isEqualTo("2");

            shop.ana().post(redeliveries(webhook), Map.of("missing_since", "2026-01-01T00:00:00Z"));

            assertThat(receiver.next().header("webhook-sequence")).isEqualTo("1");
        }
    }

    @Test
    void theStateOfTheReceiverIsShown() {
        try (var receiver = Receiver.answering(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            exchange.sendResponseHeaders(503, -1);
        })) {
            int webhook = webhook(receiver.url());
            toggle(true);
            await().until(() -> receiver(webhook).get("failures").asInt() == 1);

            assertThat(receiver(webhook).get("status").asString()).isEqualTo("active");
            assertThat(receiver(webhook).get("not_before").isString()).isTrue();
            assertThat(receiver(webhook).get("sequence").asInt()).isEqualTo(1);
        }
    }

    @Test
    void theOwnerOfAPausedWebhookIsToldOfItAndOfItsEnd() {
        var down = new AtomicBoolean(true);
        try (var receiver = Receiver.answering(exchange -> exchange.sendResponseHeaders(down.get() ? 500 : 200, -1))) {
            int webhook = webhook(receiver.url());
            for (int feature = 0; feature < 5; feature++) {
                shop.feature(Map.of("name", "feature_" + feature));
            }
            await().until(() -> receiver(webhook).get("status").asString().equals("paused"));
            await().until(() -> events("webhook.paused").size() == 1);

            down.set(false);
            shop.ana().post(redeliveries(webhook), Map.of("from", 1, "to", 1));

            await().until(() -> list(webhook, "?status=delivered").size() == 5);
            await().until(() -> events("webhook.resumed").size() == 1);
            assertThat(events("webhook.paused").get(0).get("summary").asString())
                    .isEqualTo("Webhook paused, its receiver fails: " + receiver.url());
            assertThat(receiver(webhook).get("status").asString()).isEqualTo("active");
        }
    }

    @Test
    void theWebhookOfAReceiverThatIsGoneIsDisabledUntilItIsEnabled() {
        var gone = new AtomicBoolean(true);
        try (var receiver = Receiver.answering(exchange -> exchange.sendResponseHeaders(gone.get() ? 410 : 200, -1))) {
            int webhook = webhook(receiver.url());
            toggle(true);

            await().until(() -> receiver(webhook).get("status").asString().equals("gone"));
            var told = events("webhook.changed").get(0);
            assertThat(told.get("actor").get("kind").asString()).isEqualTo("system");
            assertThat(told.get("note").asString()).isEqualTo("The receiver answered 410: it is gone");
            assertThat(told.get("difference").get(0).get("field").asString()).isEqualTo("enabled");

            gone.set(false);
            shop.ana()
                    .patch(shop.webhooks() + webhook + "/", Map.of("enabled", true))
                    .ok();
            shop.ana().post(redeliveries(webhook), Map.of("missing_since", "2026-01-01T00:00:00Z"));

            await().until(() -> list(webhook, "?status=delivered").size() == 1);
            assertThat(receiver(webhook).get("status").asString()).isEqualTo("active");
        }
    }

    @Test
    void whatDoesNotExistIsMissing() {
        int webhook = webhook("http://127.0.0.1:9/");

        assertThat(shop.ana().get(deliveries(webhook) + webhook + "-1-0/").status())
                .isEqualTo(404);
        assertThat(shop.ana().get(deliveries(webhook) + "none/").status()).isEqualTo(404);
        assertThat(shop.ana().get(deliveries(webhook + 1)).status()).isEqualTo(404);
        assertThat(shop.ana()
                        .post(redeliveries(webhook + 1), Map.of("from", 1, "to", 1))
                        .status())
                .isEqualTo(404);
    }

    private int webhook(String url) {
        return shop.webhook(Map.of("url", url));
    }

    private void toggle(boolean enabled) {
        shop.ana().patch(state, Map.of("enabled", enabled)).ok();
    }

    private String deliveries(int webhook) {
        return shop.webhooks() + webhook + "/deliveries/";
    }

    private JsonNode events(String type) {
        return shop.ana().get(shop.events() + "?type=" + type).ok().get("results");
    }

    private String redeliveries(int webhook) {
        return shop.webhooks() + webhook + "/redeliveries/";
    }

    private JsonNode receiver(int webhook) {
        return shop.ana().get(deliveries(webhook)).ok().get("receiver");
    }

    private JsonNode list(int webhook, String query) {
        return shop.ana().get(deliveries(webhook) + query).ok().get("results");
    }

    private static boolean isDelivered(JsonNode deliveries) {
        return !deliveries.isEmpty()
                && deliveries.get(0).get("status").asString().equals("delivered");
    }
}
