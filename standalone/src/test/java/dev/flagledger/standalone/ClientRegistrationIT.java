package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What attackers would register as OAuth clients. */
class ClientRegistrationIT {

    private static final TestServer SERVER = TestServer.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "blob:https://flags.example.test/x",
                "http://evil.example.test/cb",
                "http://127.0.0.1.evil.test/cb",
                "https://flags.example.test/cb#fragment",
                "https://user@flags.example.test/cb",
                "/relative",
                "https:///cb"
            })
    void dangerousRedirectUrisAreNotRegistered(String uri) {
        var refused = OAuthClientStub.register(SERVER.api(), Map.of("redirect_uris", List.of(uri)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("error").asString()).isEqualTo("invalid_redirect_uri");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://app.example.test/cb?a=b", "http://[::1]/cb", "http://localhost:80/cb", "cursor://x/cb"})
    void othersAre(String uri) {
        assertThat(OAuthClientStub.register(SERVER.api(), Map.of("redirect_uris", List.of(uri)))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatCannotBeRegisteredIsRefused() {
        for (var metadata : List.<Map<String, Object>>of(
                Map.of("client_name", "a\u0000b"),
                Map.of("client_name", "a".repeat(101)),
                Map.of("grant_types", List.of("client_credentials")),
                Map.of("response_types", List.of("token")),
                Map.of("token_endpoint_auth_method", "private_key_jwt"))) {
            var refused = OAuthClientStub.register(SERVER.api(), metadata);
            assertThat(refused.status()).as("%s", metadata).isEqualTo(400);
            assertThat(refused.json().get("error").asString()).isEqualTo("invalid_client_metadata");
        }
        assertThat(SERVER.api().send("POST", "/o/register/", "no json").status())
                .isEqualTo(400);
        assertThat(OAuthClientStub.register(SERVER.api(), Map.of("redirect_uris", List.of()))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anAddressRegistersAsManyClientsAsItMay() {
        try (var server = TestServer.start(Map.of("flagledger.oauth.registrations-per-month", "2"))) {
            OAuthClientStub.agent(server.api());
            OAuthClientStub.agent(server.api());

            var refused = OAuthClientStub.register(server.api(), Map.of());
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.http().headers().firstValue("Retry-After")).isPresent();
        }
    }
}
