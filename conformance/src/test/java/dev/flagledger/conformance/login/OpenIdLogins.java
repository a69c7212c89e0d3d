package dev.flagledger.conformance.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.standalone.Api;
import dev.flagledger.standalone.TestServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Logins by OpenID Connect at a real Keycloak. */
abstract class OpenIdLogins {

    private static final TestServer SERVER = TestServer.shared();
    private static final String NAME = "keycloak-" + UUID.randomUUID();

    private static Api admin;
    private static String provider;

    @BeforeAll
    static void configure() {
        var keycloak = Keycloak.running();
        admin = SERVER.api().newUser();
        var organisation =
                admin.post("organisations/", Map.of("name", "Acme")).ok().get("id");
        var providers = "organisations/" + organisation + "/oidc-providers/";
        var made = admin.post(
                        providers,
                        Map.of(
                                "name", NAME,
                                "issuer", keycloak.issuer(),
                                "client_id", "flagledger",
                                "client_secret", "flagledger-secret",
                                "groups_claim", "groups"))
                .ok();
        provider = providers + made.get("id") + "/";
    }

    @Test
    void aUserLogsInAndGetsTheSameAccountAgain() {
        var first = logIn("ana");
        var again = logIn("ana");

        assertThat(first.ok().get("is_new_user").asBoolean()).isTrue();
        assertThat(again.ok().get("is_new_user").asBoolean()).isFalse();
        assertThat(again.json().get("key")).isEqualTo(first.json().get("key"));
        var ana = SERVER.api()
                .with("Authorization", "Token " + first.json().get("key").asString())
                .get("auth/users/me/")
                .ok();
        assertThat(ana.get("email").asString()).isEqualTo("ana@acme.test");
        assertThat(ana.get("last_name").asString()).isEqualTo("L\u00f3pez");
    }

    @Test
    void anAddressThatKeycloakHasNotVerifiedIsRefused() {
        assertThat(logIn("bo").status()).isEqualTo(401);
    }

    @Test
    void theTrialTellsARightSecretFromAWrongOne() {
        assertThat(admin.post(provider + "test/", Map.of()).ok().get("success").asBoolean())
                .isTrue();
        admin.patch(provider, Map.of("client_secret", "wrong")).ok();
        assertThat(admin.post(provider + "test/", Map.of()).ok().get("problem").asString())
                .isEqualTo("exchange");
        admin.patch(provider, Map.of("client_secret", "flagledger-secret")).ok();
    }

    private static Api.Answer logIn(String user) {
        try (var browser = new Browser()) {
            var begin = SERVER.address().resolve("/api/v1/auth/oidc/" + NAME + "/request/");
            var back = browser.logIn(begin, user).location();
            var landed = browser.open(back).location();
            assertThat(landed.getQuery()).startsWith("code=");
            var code = landed.getQuery().substring("code=".length());
            return SERVER.api()
                    .with("Cookie", browser.cookies(begin))
                    .post("auth/oidc/login/", Map.of("access_token", code));
        }
    }
}
