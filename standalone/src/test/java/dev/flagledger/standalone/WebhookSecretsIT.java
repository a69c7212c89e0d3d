package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.Receiver;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Secrets and key pairs of webhooks: who is shown them, and how they are replaced. */
class WebhookSecretsIT {

    private final Shop shop = Shop.in(TestServer.shared());
    private final Receiver receiver = Receiver.answering(200);
    private final String webhook =
            shop.webhooks() + shop.webhook(Map.of("url", receiver.url(), "secret", "s3cret")) + "/";

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void whoMayNotChangeAWebhookSeesNoSecret() {
        var viewer = Member.viewing(TestServer.shared(), shop);

        var seen = viewer.get(shop.webhooks()).ok().get(0);

        assertThat(seen.get("url").asString()).isEqualTo(receiver.url());
        assertThat(seen.get("secret").asString()).isEmpty();
        assertThat(viewer.post(webhook + "secret/", Map.of()).status()).isEqualTo(403);
        assertThat(viewer.get(webhook + "options/").status()).isEqualTo(403);
    }

    @Test
    void duringARotationMessagesAreSignedWithBothSecrets() {
        var rotated = rotate(Map.of("secret", "n3w"));
        assertThat(rotated.get("secret").asString()).isEqualTo("n3w");
        assertThat(rotated.get("previous_valid_until").isString()).isTrue();

        shop.feature(Map.of("name", "basket"));

        var told = receiver.next();
        assertThat(told.header("webhook-signature")).matches("v1,\\S{44} v1,\\S{44}");
        assertThat(told.header("X-Flagsmith-Signature")).isEqualTo(told.signedWith("n3w"));
    }

    @Test
    void theOldSecretMayEndAtOnce() {
        var rotated = rotate(Map.of("keep_old_for", 0));
        assertThat(rotated.get("secret").asString()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(rotated.get("previous_valid_until").isNull()).isTrue();

        shop.feature(Map.of("name", "basket"));

        assertThat(receiver.next().header("webhook-signature")).matches("v1,\\S{44}");
    }

    @Test
    void aRotationIsInTheAuditLogWithoutTheSecret() {
        rotate(Map.of("secret", "n3w"));

        var event = shop.ana()
                .get(shop.events() + "?type=webhook.changed")
                .ok()
                .get("results")
                .get(0);
        assertThat(event.get("difference").toString())
                .isEqualTo("[{\"field\":\"secret\",\"old\":\"(hidden)\",\"new\":\"(hidden)\"}]");
    }

    @ParameterizedTest
    @CsvSource({"keep_old_for, -1", "keep_old_for, 604801", "keep_old_for, soon", "secret, ''"})
    void invalidRotationsAreRefused(String field, String value) {
        var answer = shop.ana().post(webhook + "secret/", Map.of(field, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().has(field)).isTrue();
    }

    @Test
    void aKeyPairIsMadeWithTheSchemeAndItsPublicKeyIsShown() {
        var options = webhook + "options/";
        var signed = shop.ana().patch(options, Map.of("signing", "ed25519")).ok();
        assertThat(signed.get("public_key").asString()).startsWith("whpk_");
        assertThat(shop.ana().get(options).ok()).isEqualTo(signed);

        shop.feature(Map.of("name", "basket"));
        assertThat(receiver.next().header("webhook-signature")).matches("v1a,\\S{88} v1,\\S{44}");

        assertThat(shop.ana()
                        .patch(options, Map.of("signing", "hmac"))
                        .ok()
                        .get("public_key")
                        .isNull())
                .isTrue();
    }

    private JsonNode rotate(Map<String, ?> body) {
        return shop.ana().post(webhook + "secret/", body).ok();
    }
}
