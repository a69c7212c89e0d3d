package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.Receiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Webhooks of organisations: their API, and what they are told. */
class OrganisationWebhooksIT {

    private final Shop shop = Shop.in(TestServer.shared());
    private final Receiver receiver = Receiver.answering(200);
    private final String webhooks = "organisations/" + shop.organisation() + "/webhooks/";

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aWebhookIsReadAsItWasWritten() {
        var added = add();
        assertThat(added.propertyNames()).containsExactly("id", "url", "enabled", "secret", "created_at", "updated_at");

        var path = webhooks + added.get("id").asInt() + "/";
        assertThat(shop.ana().get(path).ok()).isEqualTo(added);
        assertThat(shop.ana().get(webhooks).ok().get("results").get(0)).isEqualTo(added);
        var replaced = shop.ana()
                .put(path, Map.of("url", receiver.url() + "/moved", "secret", ""))
                .ok();
        assertThat(replaced.get("secret").asString()).isEmpty();
        assertThat(shop.ana().patch(path, Map.of("enabled", false)).ok().get("url"))
                .isEqualTo(replaced.get("url"));
        assertThat(shop.ana().put(path, Map.of("enabled", true)).status()).isEqualTo(400);
        assertThat(shop.ana().delete(path).status()).isEqualTo(204);
        for (var missing : List.of(
                shop.ana().get(path), shop.ana().delete(path), shop.ana().get(path + "options/"))) {
            assertThat(missing.status()).isEqualTo(404);
            assertThat(missing.text()).isEqualTo("{\"detail\":\"No OrganisationWebhook matches the given query.\"}");
        }
    }

    @Test
    void theListHasPagesOfTen() {
        for (int i = 0; i < 11; i++) {
            add();
        }

        var first = shop.ana().get(webhooks + "?page_size=100").ok();
        assertThat(first.get("count").asInt()).isEqualTo(11);
        assertThat(first.get("results")).hasSize(10);
        assertThat(shop.ana().get(first.get("next").asString()).ok().get("results"))
                .hasSize(1);
    }

    @Test
    void membersWhoAreNoAdminsSeeNoSecret() {
        add();

        var refused = Member.of(TestServer.shared(), shop.organisation()).get(webhooks);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text())
                .isEqualTo("{\"detail\":\"User does not have sufficient privileges to perform this action\"}");
    }

    @Test
    void internalAddressesAreRejected() {
        var answer = shop.ana().post(webhooks, Map.of("url", "http://10.0.0.1/x"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("url").get(0).asString())
                .isEqualTo("URLs must not target internal or private network addresses.");
    }

    /** The data of a message is the entry that the audit API lists, under the same id. */
    @Test
    void eachLineOfTheAuditLogIsSentAsTheAuditApiListsIt() {
        add();
        int feature = shop.feature(Map.of("name", "basket_v2", "initial_value", "blue"));
        shop.ana()
                .patch(shop.stateOf(feature), Map.of("enabled", true, "feature_state_value", 7))
                .ok();

        var told = new ArrayList<JsonNode>();
        while (told.size() < 4) {
            var request = receiver.next();
            assertThat(request.header("X-Flagsmith-Signature")).isEqualTo(request.signedWith("s3cret"));
            if (request.json().get("event_type").asString().equals("AUDIT_LOG_CREATED")) {
                told.add(request.data());
            }
        }

        var listed = shop.ana()
                .get("organisations/" + shop.organisation() + "/audit/")
                .ok()
                .get("results");
        assertThat(told).allSatisfy(line -> assertThat(listed.valueStream()).contains(line));
        assertThat(told)
                .extracting(line -> line.get("log").asString())
                .containsExactlyInAnyOrder(
                        "New Flag / Remote Config created: basket_v2",
                        "New Flag / Remote Config created: basket_v2",
                        "Flag state updated for feature: basket_v2",
                        "Remote config value updated for feature: basket_v2");
    }

    @Test
    void linesAboutTheOrganisationItselfAreSentToThoseWhoAsk() {
        var options = webhooks + add().get("id").asInt() + "/options/";
        shop.ana()
                .patch(options, Map.of("event_types", List.of("ORGANISATION_AUDIT_LOG_CREATED")))
                .ok();

        shop.ana()
                .post("organisations/" + shop.organisation() + "/master-api-keys/", Map.of("name", "terraform"))
                .ok();

        var line = receiver.next("ORGANISATION_AUDIT_LOG_CREATED").data();
        assertThat(line.get("log").asString()).isEqualTo("New API key created: terraform");
        assertThat(shop.ana()
                        .get("organisations/" + shop.organisation() + "/audit/")
                        .ok()
                        .get("results")
                        .valueStream())
                .contains(line);
    }

    @Test
    void aMessageIsDeliveredAgainOnRequest() {
        int webhook = add().get("id").asInt();
        shop.feature(Map.of("name", "basket_v2"));
        var first = receiver.next().header("webhook-id");

        shop.ana()
                .post(webhooks + webhook + "/redeliveries/", Map.of("from", 1, "to", 1))
                .ok();

        assertThat(Stream.generate(receiver::next)
                        .map(request -> request.header("webhook-id"))
                        .anyMatch(id -> Objects.equals(id, first)))
                .isTrue();
    }

    @Test
    void changesOfFlagsOfAllEnvironmentsAreSentAsToEnvironments() {
        try (var environment = Receiver.answering(200)) {
            shop.ana().post(shop.webhooks(), Map.of("url", environment.url())).ok();
            add();

            shop.feature(Map.of("name", "basket_v2"));

            var told = environment.next();
            assertThat(receiver.next("FLAG_UPDATED").body()).isEqualTo(told.body());
        }
    }

    @Test
    void aDisabledOneAndThoseOfOthersAreToldNothing() {
        try (var silent = Receiver.answering(200)) {
            var other = Shop.in(TestServer.shared());
            var disabled = shop.ana()
                    .post(webhooks, Map.of("url", silent.url(), "enabled", false))
                    .ok();
            var others = other.ana()
                    .post("organisations/" + other.organisation() + "/webhooks/", Map.of("url", silent.url()))
                    .ok();
            add();

            shop.feature(Map.of("name", "basket_v2"));

            receiver.next("FLAG_UPDATED");
            assertThat(deliveries(shop, disabled)).isEmpty();
            assertThat(deliveries(other, others)).isEmpty();
            assertThat(silent.all).isEmpty();
        }
    }

    private static JsonNode deliveries(Shop shop, JsonNode webhook) {
        return shop.ana()
                .get("organisations/" + shop.organisation() + "/webhooks/"
                        + webhook.get("id").asInt() + "/deliveries/")
                .ok()
                .get("results");
    }

    private JsonNode add() {
        return shop.ana()
                .post(webhooks, Map.of("url", receiver.url(), "secret", "s3cret"))
                .ok();
    }
}
