package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.testing.Receiver;
import dev.flagledger.testing.Receiver.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The messages of a webhook, from which a receiver fills its gaps. */
class WebhookMessagesIT {

    private static final String NOWHERE = "http://127.0.0.1:9/";

    private final Shop shop = Shop.in(TestServer.shared());
    private final String state = shop.stateOf(shop.feature(Map.of("name", "basket", "initial_value", "\u00e9 \"1\"")));

    @Test
    void eachMessageIsListedOnceByteForByteAsItWasSent() {
        try (var receiver = Receiver.answering(200)) {
            int webhook = shop.webhook(Map.of("url", receiver.url()));
            toggle(true);
            toggle(false);
            var sent = receiver.next(2);
            shop.ana()
                    .post(shop.webhooks() + webhook + "/redeliveries/", Map.of("from", 1, "to", 2))
                    .ok();
            receiver.next(2);

            var page = shop.ana().get(messages(webhook));

            assertThat(page.ok()
                            .get("results")
                            .valueStream()
                            .map(message -> message.get("id").asString()))
                    .containsExactlyElementsOf(
                            sent.stream().map(one -> one.header("webhook-id")).toList());
            assertThat(sent)
                    .extracting(Request::body)
                    .allSatisfy(body -> assertThat(page.text()).contains(body));
            assertThat(page.json().get("results").get(0).get("position").asLong())
                    .isPositive();
        }
    }

    @Test
    void aReaderContinuesFromTheLastNumberWhateverBecameOfTheMessages() {
        int webhook = shop.webhook(Map.of("url", NOWHERE));
        toggle(true);
        toggle(false);
        shop.ana()
                .patch(shop.webhooks() + webhook + "/", Map.of("enabled", false))
                .ok();
        shop.ana()
                .patch(shop.webhooks() + webhook + "/", Map.of("enabled", true))
                .ok();
        toggle(true);
        awaitLast(webhook, 3);

        var first = shop.ana().get(messages(webhook) + "?limit=2").ok();
        var second = follow(first);
        var third = follow(second);
        assertThat(numbers(first)).containsExactly(1, 2);
        assertThat(numbers(second)).containsExactly(3);
        assertThat(numbers(third)).isEmpty();

        toggle(false);
        awaitLast(webhook, 4);
        assertThat(numbers(follow(third))).containsExactly(4);
        assertThat(numbers(shop.ana().get(messages(webhook) + "?after=2").ok())).containsExactly(3, 4);
    }

    @Test
    void theMessagesOfAnOrganisationAreListedToo() {
        var webhooks = "organisations/" + shop.organisation() + "/webhooks/";
        int webhook =
                shop.ana().post(webhooks, Map.of("url", NOWHERE)).ok().get("id").asInt();
        toggle(true);
        var list = webhooks + webhook + "/messages/";
        await().until(() -> shop.ana().get(list).ok().get("results").size() == 2);

        assertThat(shop.ana()
                        .get(list)
                        .ok()
                        .get("results")
                        .valueStream()
                        .map(message -> message.at("/body/event_type").asString()))
                .containsExactly("FLAG_UPDATED", "AUDIT_LOG_CREATED");
        assertThat(shop.ana().get(messages(webhook)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"after, x", "after, -1", "limit, 0", "limit, many"})
    void invalidParametersAreRefused(String name, String value) {
        var answer = shop.ana().get(messages(shop.webhook(Map.of("url", NOWHERE))) + "?" + name + "=" + value);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get(name).toString()).isEqualTo("[\"A valid integer is required.\"]");
    }

    private void awaitLast(int webhook, int sequence) {
        await().until(() -> shop.ana()
                        .get(shop.webhooks() + webhook + "/deliveries/?limit=1")
                        .ok()
                        .at("/receiver/sequence")
                        .asInt()
                == sequence);
    }

    private JsonNode follow(JsonNode page) {
        return shop.ana().get(page.get("next").asString()).ok();
    }

    private static List<Integer> numbers(JsonNode page) {
        return page.get("results")
                .valueStream()
                .map(message -> message.get("sequence").asInt())
                .toList();
    }

    private String messages(int webhook) {
        return shop.webhooks() + webhook + "/messages/";
    }

    private void toggle(boolean enabled) {
        shop.ana().patch(state, Map.of("enabled", enabled)).ok();
    }
}
