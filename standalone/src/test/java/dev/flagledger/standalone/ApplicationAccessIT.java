package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.factor.LoginCode;
import dev.flagledger.access.session.SessionClient;
import dev.flagledger.access.session.Sessions;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application has access for as long, and in the same ways, as the login of the user who let it in. */
class ApplicationAccessIT {

    private static final String INVALID_GRANT = "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid grant\"}";
    private static final TestServer SERVER = TestServer.shared();

    private final Shop shop = Shop.in(SERVER);
    private final int ana = Member.id(shop.ana());

    @Test
    void anApplicationDoesNotProlongTheLoginThatConsented() {
        var cli = OAuthClientStub.cli(SERVER.api());
        var session = bySaml();
        passed(29);
        var tokens = cli.tokens(session);
        var code = cli.code(session);
        var refreshed = cli.refresh(tokens.get("refresh_token").asString()).ok();
        assertThat(bySaml().get("auth/users/me/").status())
                .as("prolongs the token of the user")
                .isEqualTo(200);
        passed(2);

        assertThat(bySaml().get("auth/users/me/").status()).isEqualTo(200);
        assertThat(cli.bearer(refreshed).get("auth/users/me/").status()).isEqualTo(401);
        assertThat(cli.refresh(refreshed.get("refresh_token").asString()).text())
                .isEqualTo(INVALID_GRANT);
        assertThat(cli.redeem(code).text()).isEqualTo(INVALID_GRANT);
    }

    /** The login at the provider was too long ago: they log in there again before. */
    @Test
    void aSessionOlderThanItMayBeConsentsToNothing() {
        var cli = OAuthClientStub.cli(SERVER.api());
        var session = bySaml();
        passed(31);

        assertThat(cli.asked(session, cli.request()).status()).isEqualTo(401);
        assertThat(cli.decided(session, cli.request(), true).status()).isEqualTo(401);
        assertThat(shop.ana().get("auth/sessions/").ok()).hasSize(1);
    }

    /** Whichever of them comes first. */
    @Test
    void aLogoutEndsWhatIsConsentedToMeanwhile() throws Exception {
        var cli = OAuthClientStub.cli(SERVER.api());
        for (int time = 0; time < 20; time++) {
            var person = KnownPerson.on(SERVER);
            var answers = atOnce(
                    () -> cli.decided(person.api(), cli.request(), true),
                    () -> person.api().post("auth/logout/", Map.of()));

            assertThat(answers.getLast().status()).isEqualTo(204);
            var consent = answers.getFirst();
            if (consent.status() == 200) {
                var code = OAuthClientStub.parameters(
                                consent.json().get("redirect_uri").asString())
                        .get("code");
                assertThat(cli.redeem(Objects.requireNonNull(code)).text()).isEqualTo(INVALID_GRANT);
            } else {
                assertThat(consent.status()).isIn(400, 401);
            }
        }
    }

    /** Each gets an answer, since either may be lost; but one refresh token is in use afterwards, and the other tells of a thief. */
    @Test
    void ofTwoRefreshesAtOnceOneCounts() throws Exception {
        var cli = OAuthClientStub.cli(SERVER.api());
        var token = cli.tokens(shop.ana()).get("refresh_token").asString();
        var both = atOnce(() -> cli.refresh(token), () -> cli.refresh(token)).stream()
                .map(answer -> answer.ok().get("refresh_token").asString())
                .toList();

        assertThat(JdbcClient.create(SERVER.part(DataSource.class))
                        .sql("""
                            select count(*) from access.oauth_token join access.session using (session_id)
                            where session.user_id = :user and oauth_token.refreshes and oauth_token.replaced_at is null""")
                        .param("user", ana)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(both.stream().map(cli::refresh).map(Api.Answer::status).toList())
                .as("whichever of them is shown first")
                .contains(400);
        assertThat(shop.ana().get("auth/sessions/").ok())
                .as("the access has ended")
                .hasSize(1);
    }

    private static List<Api.Answer> atOnce(Callable<Api.Answer> one, Callable<Api.Answer> other) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(List.of(one, other)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    /** The API refuses them as well. */
    @Test
    void aRuleThatExcludesTheLoginEndsItForTheProtocolToo() {
        var client = registered();
        var tokens = client.redeem(client.code(shop.ana())).ok();
        var access = tokens.get("access_token").asString();
        var refresh = tokens.get("refresh_token").asString();
        var code = client.code(shop.ana());
        assertThat(client.introspected(access)).contains("\"active\":true");
        var policy = "organisations/" + shop.organisation() + "/login-policy/";
        bySaml().put(policy, Map.of("methods", List.of("SAML"))).ok();

        assertThat(client.stub().bearer(tokens).get("organisations/").status()).isEqualTo(401);
        assertThat(client.introspected(access)).isEqualTo("{\"active\":false}");
        assertThat(client.introspected(refresh)).isEqualTo("{\"active\":false}");
        assertThat(client.refresh(refresh).text()).isEqualTo(INVALID_GRANT);
        assertThat(client.redeem(code).text()).isEqualTo(INVALID_GRANT);

        bySaml().put(policy, Map.of("methods", List.of())).ok();
        assertThat(client.introspected(access)).contains("\"active\":true");
        assertThat(client.refresh(refresh).status()).as("it was not used up").isEqualTo(200);
    }

    /** A client with a secret. */
    private record Confidential(OAuthClientStub stub, String secret) {

        String code(Api user) {
            return stub.code(user);
        }

        Api.Answer redeem(String code) {
            var fields = stub.redemption(code);
            fields.put("client_secret", secret);
            return stub.token(fields);
        }

        Api.Answer refresh(String token) {
            return stub.token(Map.of(
                    "grant_type",
                    "refresh_token",
                    "client_id",
                    stub.id(),
                    "client_secret",
                    secret,
                    "refresh_token",
                    token));
        }

        String introspected(String token) {
            return stub.send("/o/introspect/", Map.of("client_id", stub.id(), "client_secret", secret, "token", token))
                    .text();
        }
    }

    private static Confidential registered() {
        var client = OAuthClientStub.register(SERVER.api(), Map.of("token_endpoint_auth_method", "client_secret_post"))
                .ok();
        var stub =
                new OAuthClientStub(SERVER.api(), client.get("client_id").asString(), "http://127.0.0.1:9/cb", "mcp");
        return new Confidential(stub, client.get("client_secret").asString());
    }

    /** The token of a login by the organisation's provider, which is the same at each. */
    private Api bySaml() {
        var way = LoginWay.by(LoginMethod.SAML, shop.organisation(), 1);
        var token = SERVER.part(Sessions.class).token(ana, way, LoginCode.NONE, new SessionClient(null, null));
        return SERVER.api().with("Authorization", "Token " + token);
    }

    /** Lets days pass for all sessions of the user. */
    private void passed(int days) {
        JdbcClient.create(SERVER.part(DataSource.class))
                .sql("update access.session set opened_at = opened_at - :days * interval '1 day' where user_id = :user")
                .param("days", days)
                .param("user", ana)
                .update();
    }
}
