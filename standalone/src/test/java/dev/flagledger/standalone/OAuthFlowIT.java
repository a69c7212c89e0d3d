package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Section 1.12 of the admin contract: what command-line programs and agents do. */
class OAuthFlowIT {

    private static final String NOBODY = "{\"detail\":\"Authentication credentials were not provided.\"}";
    private static final TestServer SERVER = TestServer.shared();

    private final Api user = SERVER.api().newUser();

    @Test
    void theServerDescribesItself() {
        var own = SERVER.address().toString().replaceAll("/$", "");

        assertThat(SERVER.api().get("/.well-known/oauth-authorization-server").text())
                .isEqualTo(("{'issuer':'%1$s','authorization_endpoint':'%1$s/oauth/authorize/',"
                                + "'token_endpoint':'%1$s/o/token/','registration_endpoint':'%1$s/o/register/',"
                                + "'revocation_endpoint':'%1$s/o/revoke_token/',"
                                + "'introspection_endpoint':'%1$s/o/introspect/',"
                                + "'scopes_supported':['mcp','admin-api'],'response_types_supported':['code'],"
                                + "'grant_types_supported':['authorization_code','refresh_token'],"
                                + "'code_challenge_methods_supported':['S256'],"
                                + "'token_endpoint_auth_methods_supported':"
                                + "['client_secret_basic','client_secret_post','none'],"
                                + "'introspection_endpoint_auth_methods_supported':['none']}")
                        .replace('\'', '"')
                        .formatted(own));
    }

    /** As the command-line program does it: on a port of its own, with all that the user may do. */
    @Test
    void theCommandLineProgramLogsIn() {
        var cli = OAuthClientStub.cli(SERVER.api());
        var asked = cli.asked(user, cli.request()).ok();
        assertThat(asked.get("application").toString())
                .isEqualTo("{\"name\":\"Flagsmith CLI\",\"client_id\":\"flagsmith-cli\"}");
        assertThat(asked.get("scopes").propertyNames()).containsExactly("admin-api");
        assertThat(asked.get("is_verified").asBoolean()).isTrue();

        var sent =
                cli.decided(user, cli.request(), true).ok().get("redirect_uri").asString();
        assertThat(sent).startsWith("http://127.0.0.1:51234/callback?");
        var returned = OAuthClientStub.parameters(sent);
        assertThat(returned).containsOnlyKeys("code", "state").containsEntry("state", "s 1&2");
        var tokens = cli.redeem(Objects.requireNonNull(returned.get("code"))).ok();
        assertThat(tokens.propertyNames())
                .containsExactly("access_token", "expires_in", "token_type", "scope", "refresh_token");
        assertThat(tokens.get("expires_in").asInt()).isEqualTo(900);
        assertThat(tokens.get("scope").asString()).isEqualTo("admin-api");

        var program = cli.bearer(tokens);
        assertThat(program.get("auth/users/me/").ok())
                .isEqualTo(user.get("auth/users/me/").ok());
        assertThat(program.post("organisations/", Map.of("name", "Acme")).status())
                .isEqualTo(201);

        var renewed = cli.refresh(tokens.get("refresh_token").asString()).ok();
        assertThat(renewed.get("refresh_token")).isNotEqualTo(tokens.get("refresh_token"));
        assertThat(cli.bearer(renewed).get("auth/users/me/").status()).isEqualTo(200);

        var revoked = cli.send(
                "/o/revoke_token/",
                Map.of(
                        "client_id",
                        cli.id(),
                        "token",
                        renewed.get("refresh_token").asString()));
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.text()).isEmpty();
        assertThat(cli.bearer(renewed).get("auth/users/me/").text()).isEqualTo(NOBODY);
        assertThat(program.get("auth/users/me/").text()).isEqualTo(NOBODY);
        assertThat(cli.refresh(renewed.get("refresh_token").asString()).text())
                .isEqualTo("{\"error\":\"invalid_grant\",\"error_description\":\"Invalid grant\"}");
        assertThat(user.get("auth/users/me/").status()).isEqualTo(200);
    }

    @Test
    void anAgentRegistersItselfAndWorksInOrganisations() {
        var shop = Shop.in(SERVER);
        var registered = OAuthClientStub.register(
                SERVER.api().with("Authorization", "Token stale"),
                Map.of("token_endpoint_auth_method", "none", "grant_types", List.of("authorization_code", "odd")));
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.ok().propertyNames())
                .containsExactly(
                        "client_id",
                        "client_id_issued_at",
                        "client_name",
                        "redirect_uris",
                        "grant_types",
                        "response_types",
                        "token_endpoint_auth_method");
        var agent = OAuthClientStub.agent(SERVER.api());
        var asked = agent.asked(shop.ana(), agent.requestWith("scope", "")).ok();
        assertThat(asked.get("scopes").propertyNames()).containsExactly("mcp");
        assertThat(asked.get("is_verified").asBoolean()).isFalse();

        var tokens = agent.tokens(shop.ana());
        var acting = agent.bearer(tokens);
        assertThat(tokens.get("scope").asString()).isEqualTo("mcp");
        assertThat(acting.get("projects/" + shop.project() + "/").status()).isEqualTo(200);
        assertThat(acting.post("projects/" + shop.project() + "/features/", Map.of("name", "by_agent"))
                        .status())
                .isEqualTo(201);
        assertThat(acting.get("auth/users/me/").status()).isEqualTo(200);
    }

    /** Else an agent with the scope of agents could get that of the command-line program. */
    @Test
    void noApplicationConsentsToAnother() {
        var cli = OAuthClientStub.cli(SERVER.api());
        var program = cli.bearer(cli.tokens(user));

        assertThat(cli.decided(program, cli.request(), true).status()).isEqualTo(403);
    }

    @Test
    void aUserWhoRefusesSendsTheBrowserBackWithThat() {
        var cli = OAuthClientStub.cli(SERVER.api());
        var sent =
                cli.decided(user, cli.request(), false).ok().get("redirect_uri").asString();

        assertThat(OAuthClientStub.parameters(sent)).isEqualTo(Map.of("error", "access_denied", "state", "s 1&2"));
        assertThat(user.get("auth/sessions/").ok()).hasSize(1);
    }

    @Test
    void usersSeeAndEndWhatTheyLetApplicationsDo() {
        var agent = OAuthClientStub.agent(SERVER.api());
        var acting = agent.bearer(agent.tokens(user));
        assertThat(acting.get("organisations/").status()).isEqualTo(200);

        var listed = user.get("auth/sessions/").ok();
        assertThat(listed).hasSize(2);
        assertThat(listed.get(1).get("kind").asString()).isEqualTo("APPLICATION");
        assertThat(listed.get(1).get("application").get("name").asString()).isEqualTo("My agent");
        assertThat(listed.get(1).get("application").get("scope").asString()).isEqualTo("mcp");
        assertThat(user.delete("auth/sessions/" + listed.get(1).get("id").asString() + "/")
                        .status())
                .isEqualTo(204);

        assertThat(acting.get("organisations/").text()).isEqualTo(NOBODY);
    }

    @Test
    void aLogoutOfAnApplicationEndsItsOwnAccess() {
        var cli = OAuthClientStub.cli(SERVER.api());
        var program = cli.bearer(cli.tokens(user));

        assertThat(program.post("auth/logout/", Map.of()).status()).isEqualTo(204);
        assertThat(program.get("auth/users/me/").text()).isEqualTo(NOBODY);
        assertThat(user.get("auth/users/me/").status()).isEqualTo(200);
    }

    @Test
    void aClientWithASecretAsksAboutTokens() {
        var registered = OAuthClientStub.register(
                        SERVER.api(), Map.of("token_endpoint_auth_method", "client_secret_post"))
                .ok();
        assertThat(registered.get("client_secret_expires_at").asInt()).isZero();
        var secret = registered.get("client_secret").asString();
        var client = new OAuthClientStub(
                SERVER.api(), registered.get("client_id").asString(), "http://127.0.0.1:9/cb", "mcp");
        var redemption = client.redemption(client.code(user));
        assertThat(client.token(redemption).status()).isEqualTo(401);
        redemption.put("client_secret", secret);
        var tokens = client.token(redemption).ok();

        var known = client.send(
                "/o/introspect/",
                Map.of(
                        "client_id", client.id(),
                        "client_secret", secret,
                        "token", tokens.get("access_token").asString()));
        assertThat(known.ok().get("active").asBoolean()).isTrue();
        assertThat(known.ok().get("client_id").asString()).isEqualTo(client.id());
        assertThat(known.ok().get("username"))
                .isEqualTo(user.get("auth/users/me/").ok().get("email"));
        assertThat(client.send(
                                "/o/introspect/",
                                Map.of("client_id", client.id(), "client_secret", secret, "token", "unknown"))
                        .text())
                .isEqualTo("{\"active\":false}");
    }
}
