package dev.flagledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.standalone.Shop;
import dev.flagledger.standalone.TestServer;
import dev.flagledger.testing.Receiver;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verifier of the Standard Webhooks library accepts our messages, by either secret during a rotation. */
class StandardWebhooksIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Shop shop = Shop.in(TestServer.shared());
    private final Receiver receiver = Receiver.answering(200);

    @BeforeAll
    static void install() {
        PythonScripts.install();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void messagesAreVerifiedByEitherSecretDuringARotationAndThenByTheNewOneAlone() {
        var webhook = added("s3cret");
        assertThat(verified(told("basket"), "s3cret", "other")).isEqualTo("[true,false]");

        var second = rotated(webhook, Map.of());
        assertThat(second).startsWith("whsec_");
        assertThat(verified(told("search"), "s3cret", second, "other")).isEqualTo("[true,true,false]");

        var third = rotated(webhook, Map.of("keep_old_for", 0));
        assertThat(verified(told("checkout"), "s3cret", second, third)).isEqualTo("[false,false,true]");
    }

    /** The library knows no public keys, and looks for a signature that it can check. */
    @Test
    void aSignatureByAKeyPairDisturbsNoReceiverThatKnowsTheSecret() {
        var webhook = added("s3cret");
        shop.ana().patch(webhook + "options/", Map.of("signing", "ed25519")).ok();

        var message = told("basket");

        assertThat(message.header("webhook-signature")).startsWith("v1a,");
        assertThat(verified(message, "s3cret")).isEqualTo("[true]");
    }

    private String added(String secret) {
        var webhooks = "environments/" + shop.key() + "/webhooks/";
        var made = shop.ana()
                .post(webhooks, Map.of("url", receiver.url(), "secret", secret))
                .ok();
        return webhooks + made.get("id").asInt() + "/";
    }

    private String rotated(String webhook, Map<String, ?> how) {
        return shop.ana().post(webhook + "secret/", how).ok().get("secret").asString();
    }

    private Receiver.Request told(String feature) {
        shop.feature(Map.of("name", feature));
        return receiver.next();
    }

    private static String verified(Receiver.Request message, String... secrets) {
        var headers = Map.of(
                "webhook-id", header(message, "webhook-id"),
                "webhook-timestamp", header(message, "webhook-timestamp"),
                "webhook-signature", header(message, "webhook-signature"));
        JsonNode verdicts = PythonScripts.run(
                "standard_webhooks.py",
                Map.of(
                        "BODY", message.body(),
                        "HEADERS", JSON.writeValueAsString(headers),
                        "SECRETS", JSON.writeValueAsString(List.of(secrets))));
        return verdicts.toString();
    }

    private static String header(Receiver.Request message, String name) {
        return Objects.requireNonNull(message.header(name), name);
    }
}
