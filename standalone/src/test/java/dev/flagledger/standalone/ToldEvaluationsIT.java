package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.Receiver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which requests of applications are told to the environment's webhook for identities, and what it is told. */
class ToldEvaluationsIT {

    private final Shop shop = Shop.in(TestServer.shared());
    private final Receiver receiver = Receiver.answering(204);
    private final int basket = shop.feature(Map.of("name", "basket", "initial_value", "blue", "default_enabled", true));
    private final Api application = shop.application();

    @BeforeEach
    void addTheWebhook() {
        shop.ana()
                .post(
                        "environments/" + shop.key() + "/integrations/webhook/",
                        Map.of("url", receiver.url(), "secret", "s3cret"))
                .ok();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void theReceiverIsToldTraitsFlagsAndSegmentsSigned() {
        int vips = shop.segment("vips", "plan", "vip");
        int others = shop.segment("others", "plan", "free");

        application
                .post(
                        "identities/",
                        Map.of(
                                "identifier",
                                "user-88",
                                "traits",
                                List.of(Map.of("trait_key", "plan", "trait_value", "vip"))))
                .ok();

        var request = receiver.next();
        assertThat(request.header("X-Flagsmith-Signature")).isEqualTo(request.signedWith("s3cret"));
        assertThat(request.header("webhook-signature")).startsWith("v1,");
        var body = request.json();
        assertThat(body.get("identity").asString()).isEqualTo("user-88");
        assertThat(body.get("traits")).hasSize(1);
        assertThat(body.at("/traits/0/trait_key").asString()).isEqualTo("plan");
        assertThat(body.at("/traits/0/trait_value").asString()).isEqualTo("vip");
        assertThat(body.at("/traits/0/id").isInt()).isTrue();
        assertThat(body.get("segments").toString())
                .isEqualTo("[{\"id\":" + vips + ",\"member\":true,\"name\":\"vips\"},{\"id\":" + others
                        + ",\"member\":false,\"name\":\"others\"}]");
        var flag = body.get("flags").get(0);
        assertThat(flag.at("/feature/id").asInt()).isEqualTo(basket);
        assertThat(flag.get("feature_state_value").asString()).isEqualTo("blue");
        assertThat(flag.get("enabled").asBoolean()).isTrue();
        assertThat(flag.get("environment").asInt()).isEqualTo(shop.environment());
    }

    @Test
    void eachWayToEvaluateAllFlagsForAnIdentityCounts() {
        application.post("identities/", Map.of("identifier", "by-post")).ok();
        assertThat(told()).isEqualTo("by-post");
        application.get("identities/?identifier=by-get").ok();
        assertThat(told()).isEqualTo("by-get");
        for (int time = 0; time < 3; time++) {
            // From memory.
            application.get("identities/?identifier=by-get").ok();
            assertThat(told()).isEqualTo("by-get");
            application.post("identities/", Map.of("identifier", "by-get")).ok();
            assertThat(told()).isEqualTo("by-get");
        }
        application.get("identities/?identifier=nobody&transient=true").ok();
        assertThat(told()).isEqualTo("nobody");
        application.get("flags/by-flags").ok();
        assertThat(told()).isEqualTo("by-flags");
        application.get("identities/by-path/").ok();
        assertThat(told()).isEqualTo("by-path");
        ofrep("/ofrep/v1/evaluate/flags", Map.of("targetingKey", "by-ofrep", "age", 7));
        var body = receiver.next().json();
        assertThat(body.get("identity").asString()).isEqualTo("by-ofrep");
        assertThat(body.get("traits").toString()).isEqualTo("[{\"id\":null,\"trait_key\":\"age\",\"trait_value\":7}]");
    }

    @Test
    void whatIsNoEvaluationOfAllFlagsForAnIdentityDoesNotCount() {
        application.get("flags/").ok();
        application.get("identities/?identifier=ana&feature=basket").ok();
        application.get("flags/ana?feature=basket").ok();
        application
                .post(
                        "traits/",
                        Map.of("identity", Map.of("identifier", "ana"), "trait_key", "plan", "trait_value", "vip"))
                .ok();
        ofrep("/ofrep/v1/evaluate/flags", Map.of("plan", "vip"));
        ofrep("/ofrep/v1/evaluate/flags/basket", Map.of("targetingKey", "ana"));
        shop.backend().get("environment-document/").ok();

        application.get("identities/?identifier=last").ok();
        assertThat(told()).isEqualTo("last");
        assertThat(receiver.all).hasSize(1);
    }

    @Test
    void nothingIsHiddenFromTheReceiverThatIsHiddenFromApplications() {
        shop.ana()
                .patch(
                        "environments/" + shop.key() + "/",
                        Map.of("hide_sensitive_data", true, "hide_disabled_flags", false))
                .ok();
        application
                .post(
                        "identities/",
                        Map.of(
                                "identifier",
                                "user-88",
                                "traits",
                                List.of(Map.of("trait_key", "age", "trait_value", 7))))
                .ok();

        JsonNode body = receiver.next().json();
        assertThat(body.at("/traits/0/trait_value").asInt()).isEqualTo(7);
        assertThat(body.at("/flags/0/feature/initial_value").asString()).isEqualTo("blue");
    }

    @Test
    void aReceiverThatHangsDelaysNobody() {
        var answered = new CountDownLatch(1);
        try (var hanging = Receiver.answering(_ -> awaitAtMost(answered))) {
            var path = "environments/" + shop.key() + "/integrations/webhook/";
            int id = shop.ana().get(path).ok().get(0).get("id").asInt();
            shop.ana().patch(path + id + "/", Map.of("url", hanging.url())).ok();

            for (int request = 0; request < 50; request++) {
                application.get("identities/?identifier=user-" + request % 20).ok();
            }

            assertThat(answered.getCount())
                    .as("all while the receiver had answered nothing")
                    .isOne();
            answered.countDown();
        }
    }

    private static void awaitAtMost(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String told() {
        return receiver.next().json().get("identity").asString();
    }

    private void ofrep(String path, Map<String, ?> context) {
        var provider = Api.of(shop.ana().server()).with("X-API-Key", shop.key());
        assertThat(provider.post(path, Map.of("context", context)).status()).isEqualTo(200);
    }
}
