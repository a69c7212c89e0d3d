package dev.flagledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.standalone.Api;
import dev.flagledger.standalone.TestServer;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Clients of OAuth find the authorization server, register with each kind of credentials, and act for a user who consents. */
class OAuthClientsIT {

    private static final String PUBLIC = "none";
    private static final TestServer SERVER = TestServer.shared();

    private final Api user = SERVER.api().newUser();

    @BeforeAll
    static void install() {
        Scripts.install();
    }

    @ParameterizedTest
    @ValueSource(strings = {PUBLIC, "client_secret_basic", "client_secret_post"})
    void theMcpSdkGetsAccessAndAsksAgainOnceTheUserHasEndedIt(String method) {
        var told = run("oauth-mcp.mjs", method);

        assertThat(told.get("begun").asString()).isEqualTo("REDIRECT");
        assertThat(told.at("/consents/0").toString())
                .isEqualTo("{\"path\":\"/oauth/authorize/\",\"client\":\"MCP SDK\",\"scopes\":[\"mcp\"]}");
        assertThat(told.get("state").asString()).isEqualTo("s 1&2");
        assertThat(told.get("exchanged").asString()).isEqualTo("AUTHORIZED");
        assertThat(told.get("scope").asString()).isEqualTo("mcp");
        assertThat(told.get("called").asInt()).isEqualTo(200);

        assertThat(told.get("refreshed").asString()).isEqualTo("AUTHORIZED");
        assertThat(told.get("renewed").asBoolean()).isTrue();
        assertThat(told.get("calledAgain").asInt()).isEqualTo(200);

        assertThat(told.get("calledAfterwards").asInt()).isEqualTo(401);
        assertThat(told.get("invalidated").asString()).isEqualTo("tokens");
        assertThat(told.get("begunAgain").asString()).isEqualTo("REDIRECT");
        assertThat(told.get("consents")).hasSize(2);
        assertThat(told.get("foundByTheApi").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {PUBLIC, "client_secret_basic", "client_secret_post"})
    void openidClientGetsAccessAsksAboutItAndGivesItUp(String method) {
        var told = run("oauth-client.mjs", method);

        assertThat(told.at("/asked/client").asString()).isEqualTo("openid-client");
        assertThat(told.get("expiresIn").asInt()).isEqualTo(900);
        assertThat(told.get("called").asInt()).isEqualTo(200);
        assertThat(told.get("renewed").asBoolean()).isTrue();
        assertThat(told.get("calledAgain").asInt()).isEqualTo(200);
        assertThat(told.get("calledAfterwards").asInt()).isEqualTo(401);
        assertThat(told.get("refreshedAfterwards").asString()).isEqualTo("invalid_grant");
        if (method.equals(PUBLIC)) {
            assertThat(told.get("known").asInt()).isEqualTo(403);
        } else {
            assertThat(told.get("known").toString()).isEqualTo("{\"active\":true,\"scope\":\"mcp\",\"own\":true}");
            assertThat(told.at("/knownAfterwards/active").asBoolean(true)).isFalse();
        }
    }

    private JsonNode run(String script, String method) {
        String token = Objects.requireNonNull(user.headers().get("Authorization"));
        Map<String, String> settings = Map.of(
                "FLAGLEDGER_API",
                SERVER.address().resolve("/api/v1/").toString(),
                "FLAGLEDGER_TOKEN",
                token,
                "FLAGLEDGER_METHOD",
                method);
        return Scripts.run(script, settings);
    }
}
