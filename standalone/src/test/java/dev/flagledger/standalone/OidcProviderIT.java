package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestIssuer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The configuration of identity providers of an organisation. */
class OidcProviderIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final TestIssuer ISSUER = new TestIssuer();
    private static final String NAME = "acme-" + UUID.randomUUID();

    private static Api admin;
    private static String providers;
    private static JsonNode made;

    @BeforeAll
    static void add() {
        admin = SERVER.api().newUser();
        int organisation = admin.post("organisations/", Map.of("name", "Acme"))
                .ok()
                .get("id")
                .asInt();
        providers = "organisations/" + organisation + "/oidc-providers/";
        made = admin.post(providers, provider(NAME)).ok();
    }

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    @Test
    void aProviderIsShownWithoutItsSecret() {
        assertThat(made.get("redirect_uri").asString())
                .isEqualTo(SERVER.address() + "/api/v1/auth/oidc/" + NAME + "/response/");
        assertThat(made.get("scopes").asString()).isEqualTo("email profile");
        assertThat(admin.get(providers + made.get("id") + "/").ok()).isEqualTo(made);
        assertThat(admin.get(providers).ok().get("results").valueStream()).contains(made);
        assertThat(admin.get(providers).text()).doesNotContain(TestIssuer.SECRET);
    }

    @Test
    void aNameIsTakenOnce() {
        assertThat(admin.post(providers, provider(NAME.toUpperCase(Locale.ROOT)))
                        .text())
                .isEqualTo("{\"name\":[\"An identity provider with this name already exists.\"]}");
    }

    @Test
    void wrongFieldsAreNamed() {
        var wrong = provider("a b");
        wrong.put("issuer", "http://issuer.example.test");
        wrong.put("role", "OWNER");
        wrong.remove("client_secret");

        var answer = admin.post(providers, wrong);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json())
                .hasToString("{\"name\":[\"Enter letters, digits and hyphens only.\"],"
                        + "\"issuer\":[\"Issuer must be an https:// URL.\"],\"role\":[\"\\\"OWNER\\\" is not a valid choice.\"],\"client_secret\":"
                        + "[\"This field is required.\"]}");
    }

    @Test
    void theTrialTellsARightSecretFromAWrongOne() {
        var provider = admin.post(providers, provider("t-" + UUID.randomUUID())).ok();
        var path = providers + provider.get("id") + "/";
        assertThat(admin.post(path + "test/", Map.of()).text())
                .isEqualTo("{\"success\":true,\"problem\":null,\"detail\":null}");

        admin.patch(path, Map.of("client_secret", "wrong")).ok();

        var trial = admin.post(path + "test/", Map.of()).ok();
        assertThat(trial.get("success").asBoolean()).isFalse();
        assertThat(trial.get("problem").asString()).isEqualTo("exchange");
        assertThat(trial.get("detail").asString()).contains("invalid_client");
    }

    /** Otherwise an administrator reads the present secret at an issuer of their own. */
    @Test
    void anotherIssuerDemandsTheSecret() {
        var path = providers + made.get("id") + "/";

        assertThat(admin.patch(path, Map.of("issuer", ISSUER.issuer() + "/other"))
                        .text())
                .isEqualTo("{\"client_secret\":[\"This field is required.\"]}");
    }

    @Test
    void aRemovedProviderLeavesItsName() {
        var gone = admin.post(providers, provider("gone-" + UUID.randomUUID())).ok();
        var path = providers + gone.get("id") + "/";
        assertThat(admin.delete(path).status()).isEqualTo(204);

        assertThat(admin.get(path).status()).isEqualTo(404);
        assertThat(admin.delete(path).status()).isEqualTo(404);
        assertThat(admin.post(providers, provider(gone.get("name").asString())).status())
                .isEqualTo(201);
    }

    @Test
    void anotherOrganisationsAdminReachesNothing() {
        var other = SERVER.api().newUser();
        int organisation = other.post("organisations/", Map.of("name", "Other"))
                .ok()
                .get("id")
                .asInt();
        var path = "organisations/" + organisation + "/oidc-providers/" + made.get("id") + "/";

        assertThat(other.get(providers).status()).isEqualTo(403);
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.patch(path, Map.of("scopes", "x")).status()).isEqualTo(404);
        assertThat(other.delete(path).status()).isEqualTo(404);
    }

    private static Map<String, Object> provider(String name) {
        return new HashMap<>(Map.of(
                "name",
                name,
                "issuer",
                ISSUER.issuer(),
                "client_id",
                TestIssuer.CLIENT,
                "client_secret",
                TestIssuer.SECRET));
    }
}
