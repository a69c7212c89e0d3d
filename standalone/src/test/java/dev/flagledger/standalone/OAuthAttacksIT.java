package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.user.AccountCommand.ChangeSuperuser;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.log.Attribution;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What attackers would do to the authorization server. */
class OAuthAttacksIT {

    private static final String INVALID_GRANT = "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid grant\"}";
    private static final TestServer SERVER = TestServer.shared();

    private final Api user = SERVER.api().newUser();
    private final OAuthClientStub cli = OAuthClientStub.cli(SERVER.api());

    @ParameterizedTest
    @CsvSource({
        "code_challenge,'',invalid_request",
        "code_challenge,short,invalid_request",
        "code_challenge_method,'',invalid_request",
        "code_challenge_method,plain,invalid_request",
        "redirect_uri,'',invalid_request",
        "redirect_uri,http://127.0.0.1:51234/other,invalid_request",
        "redirect_uri,http://127.0.0.1:51234/callback/,invalid_request",
        "redirect_uri,http://localhost:51234/callback,invalid_request",
        "redirect_uri,http://127.0.0.1.evil.test/callback,invalid_request",
        "redirect_uri,http://evil.test@127.0.0.1/callback,invalid_request",
        "redirect_uri,https://127.0.0.1:51234/callback,invalid_request",
        "redirect_uri,javascript:alert(1),invalid_request",
        "client_id,nobody,invalid_request",
        "client_id,'',invalid_request",
        "response_type,token,unsupported_response_type",
        "scope,mcp,invalid_scope",
        "scope,admin-api mcp,invalid_scope"
    })
    void requestsThatAreNotAsTheyShouldBeAreRefused(String parameter, String value, String error) {
        var request = cli.requestWith(parameter, value);

        for (var refused : List.of(cli.asked(user, request), cli.decided(user, request, true))) {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().get("error").asString()).isEqualTo(error);
        }
        assertThat(user.get("auth/sessions/").ok()).hasSize(1);
    }

    @Test
    void anAgentGetsNoMoreThanTheScopeOfAgents() {
        var agent = OAuthClientStub.agent(SERVER.api());

        var refused = agent.decided(user, agent.requestWith("scope", "admin-api"), true);
        assertThat(refused.json().get("error").asString()).isEqualTo("invalid_scope");
        var tokens = agent.tokens(user);
        var escalated = agent.token(Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                agent.id(),
                "refresh_token",
                tokens.get("refresh_token").asString(),
                "scope",
                "admin-api"));
        assertThat(escalated.json().get("error").asString()).isEqualTo("invalid_scope");
    }

    @ParameterizedTest
    @CsvSource({
        "code_verifier,",
        "code_verifier,dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXj",
        "redirect_uri,",
        "redirect_uri,http://127.0.0.1:51235/callback",
        "code,unknown"
    })
    void aCodeIsBoundToItsVerifierAndItsRedirectUri(String field, String value) {
        var redemption = cli.redemption(cli.code(user));
        var right = redemption.put(field, value == null ? "" : value);
        if (value == null) {
            redemption.remove(field);
        }

        assertThat(cli.token(redemption).json().get("error").asString()).isEqualTo("invalid_grant");
        redemption.put(field, right);
        assertThat(cli.token(redemption).status()).isEqualTo(200);
    }

    @Test
    void aCodeIsBoundToItsClient() {
        var agent = OAuthClientStub.agent(SERVER.api());
        var other = OAuthClientStub.agent(SERVER.api());
        var code = agent.code(user);

        assertThat(other.redeem(code).text()).isEqualTo(INVALID_GRANT);
        var tokens = agent.redeem(code).ok();
        assertThat(other.refresh(tokens.get("refresh_token").asString()).text()).isEqualTo(INVALID_GRANT);
        assertThat(other.redeem(code).text()).isEqualTo(INVALID_GRANT);
        assertThat(agent.bearer(tokens).get("auth/users/me/").status()).isEqualTo(200);
    }

    @Test
    void aCodeThatIsUsedTwiceEndsWhatItGave() {
        var code = cli.code(user);
        var tokens = cli.redeem(code).ok();
        assertThat(cli.bearer(tokens).get("auth/users/me/").status()).isEqualTo(200);

        assertThat(cli.redeem(code).text()).isEqualTo(INVALID_GRANT);
        assertThat(cli.bearer(tokens).get("auth/users/me/").status()).isEqualTo(401);
        assertThat(cli.refresh(tokens.get("refresh_token").asString()).text()).isEqualTo(INVALID_GRANT);
        assertThat(types()).contains("session.application-granted", "session.application-revoked");
    }

    @Test
    void aCodeIsGoodForAMinute() {
        var code = cli.code(user);
        sql(
                "update access.oauth_grant set code_expires_at = code_expires_at - interval '60 seconds' where session_id in "
                        + "(select session_id from access.session where user_id = " + Member.id(user) + ")");

        assertThat(cli.redeem(code).text()).isEqualTo(INVALID_GRANT);
    }

    @Test
    void aRefreshTokenIsGoodForTwoMinutesAfterItWasUsed() {
        var tokens = cli.tokens(user);
        var first = tokens.get("refresh_token").asString();
        var second = cli.refresh(first).ok();
        replacedBefore(110);
        var third = cli.refresh(first).ok();
        replacedBefore(20);

        assertThat(cli.refresh(first).text()).isEqualTo(INVALID_GRANT);
        assertEnded(tokens, second, third);
    }

    /** Its answer may have been lost, so that it is asked for again; but what it gave is not used beside what the client gets now. */
    @Test
    void aRefreshTokenThatIsUsedAgainLeavesOneSuccessor() {
        var tokens = cli.tokens(user);
        var first = tokens.get("refresh_token").asString();
        var lost = cli.refresh(first).ok();
        var alsoLost = cli.refresh(first).ok();
        var third = cli.refresh(first).ok();
        var fourth = cli.refresh(third.get("refresh_token").asString()).ok();
        assertThat(cli.bearer(fourth).get("auth/users/me/").status()).isEqualTo(200);

        assertThat(cli.refresh(lost.get("refresh_token").asString()).text()).isEqualTo(INVALID_GRANT);
        assertEnded(tokens, lost, alsoLost, third, fourth);
    }

    /** Whoever used the successor has got the answer. */
    @Test
    void aRefreshTokenWhoseSuccessorWasUsedIsNotGoodAnyMore() {
        var tokens = cli.tokens(user);
        var first = tokens.get("refresh_token").asString();
        var second = cli.refresh(first).ok();
        var third = cli.refresh(second.get("refresh_token").asString()).ok();

        assertThat(cli.refresh(first).text()).isEqualTo(INVALID_GRANT);
        assertEnded(tokens, second, third);
    }

    /** Lets time pass since the user's refresh tokens were replaced. */
    private void replacedBefore(int seconds) {
        sql("update access.oauth_token set replaced_at = replaced_at - interval '" + seconds
                + " seconds' where session_id in (select session_id from access.session where user_id = "
                + Member.id(user) + ")");
    }

    private void assertEnded(JsonNode... families) {
        for (var family : families) {
            assertThat(cli.bearer(family).get("auth/users/me/").status()).isEqualTo(401);
            assertThat(cli.refresh(family.get("refresh_token").asString()).text())
                    .isEqualTo(INVALID_GRANT);
        }
        assertThat(types()).contains("session.application-revoked");
    }

    @Test
    void tokensExpire() {
        var tokens = cli.tokens(user);
        sql("update access.oauth_token set expires_at = now() where not refreshes and session_id in "
                + "(select session_id from access.session where user_id = " + Member.id(user) + ")");

        assertThat(cli.bearer(tokens).get("auth/users/me/").status()).isEqualTo(401);
        assertThat(cli.refresh(tokens.get("refresh_token").asString()).status()).isEqualTo(200);
    }

    /** A token is for one thing. */
    @Test
    void tokensOfOneKindAreNotTakenForAnother() {
        var tokens = cli.tokens(user);
        var refreshToken = tokens.get("refresh_token").asString();
        var accessToken = tokens.get("access_token").asString();

        assertThat(SERVER.api()
                        .with("Authorization", "Bearer " + refreshToken)
                        .get("auth/users/me/")
                        .status())
                .isEqualTo(401);
        assertThat(SERVER.api()
                        .with("Authorization", "Token " + accessToken)
                        .get("auth/users/me/")
                        .status())
                .isEqualTo(401);
        assertThat(cli.refresh(accessToken).text()).isEqualTo(INVALID_GRANT);
        assertThat(cli.redeem(refreshToken).text()).isEqualTo(INVALID_GRANT);
    }

    @Test
    void tokensOfADeactivatedUserEnd() {
        var tokens = cli.tokens(user);
        var program = cli.bearer(tokens);
        assertThat(program.get("auth/users/me/").status()).isEqualTo(200);
        deactivate();

        assertThat(program.get("auth/users/me/").status()).isEqualTo(401);
        assertThat(cli.refresh(tokens.get("refresh_token").asString()).text()).isEqualTo(INVALID_GRANT);
    }

    /** As all sessions of the account do. */
    @Test
    void tokensEndWhenTheUserLogsOutEverywhere() {
        var tokens = cli.tokens(user);
        assertThat(user.post("auth/logout/", Map.of()).status()).isEqualTo(204);

        assertThat(cli.bearer(tokens).get("auth/users/me/").status()).isEqualTo(401);
        assertThat(cli.refresh(tokens.get("refresh_token").asString()).text()).isEqualTo(INVALID_GRANT);
    }

    @Test
    void anOrganisationThatDemandsASecondFactorDoesSoOfApplicationsToo() {
        var shop = Shop.in(SERVER);
        var program = cli.bearer(cli.tokens(shop.ana()));
        var organisation = "organisations/" + shop.organisation() + "/";
        assertThat(program.get(organisation).status()).isEqualTo(200);
        shop.ana().patch(organisation, Map.of("force_2fa", true)).ok();

        assertThat(program.get(organisation).status()).isEqualTo(403);
        assertThat(program.get("projects/" + shop.project() + "/").status()).isEqualTo(403);
    }

    @Test
    void aPublicClientMayNotAskAboutTokens() {
        var tokens = cli.tokens(user);
        var shown = tokens.get("access_token").asString();
        var asked = cli.send("/o/introspect/", Map.of("client_id", cli.id(), "token", shown));

        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.text()).isEmpty();
        assertThat(SERVER.api().get("/o/introspect/?token=" + shown).status()).isEqualTo(403);
    }

    @Test
    void aClientGivesUpNoTokensOfAnother() {
        var agent = OAuthClientStub.agent(SERVER.api());
        var tokens = cli.tokens(user);
        var given = agent.send(
                "/o/revoke_token/",
                Map.of(
                        "client_id",
                        agent.id(),
                        "token",
                        tokens.get("refresh_token").asString()));

        assertThat(given.status()).isEqualTo(200);
        assertThat(cli.bearer(tokens).get("auth/users/me/").status()).isEqualTo(200);
    }

    @Test
    void unknownClientsAndWrongSecretsAreRefused() {
        assertThat(cli.token(Map.of("grant_type", "refresh_token", "client_id", "nobody", "refresh_token", "x"))
                        .status())
                .isEqualTo(401);
        var withSecret = cli.redemption(cli.code(user));
        withSecret.put("client_secret", "guessed");
        assertThat(cli.token(withSecret).json().get("error").asString()).isEqualTo("invalid_client");
        assertThat(cli.token(Map.of("grant_type", "password", "client_id", cli.id(), "username", "a", "password", "b"))
                        .json()
                        .get("error")
                        .asString())
                .isEqualTo("unsupported_grant_type");
        assertThat(cli.token(Map.of()).json().get("error").asString()).isEqualTo("invalid_request");
    }

    @Test
    void nothingInTheDatabaseOpensAnything() {
        var registered = OAuthClientStub.register(SERVER.api(), Map.of()).ok();
        var code = cli.code(user);
        var tokens = cli.tokens(user);

        var all = sqlText("select string_agg(t::text, ' ') from access.oauth_client t")
                + sqlText("select string_agg(t::text, ' ') from access.oauth_grant t")
                + sqlText("select string_agg(t::text, ' ') from access.oauth_token t")
                + sqlText("select string_agg(encode(t.entry, 'escape'), ' ') from ledger.event t");
        assertThat(all)
                .contains(registered.get("client_id").asString())
                .doesNotContain(
                        registered.get("client_secret").asString(),
                        code,
                        tokens.get("access_token").asString(),
                        tokens.get("refresh_token").asString());
    }

    private void deactivate() {
        var superuser = SERVER.api().newUser();
        SERVER.part(Commands.class).send(new ChangeSuperuser(Member.id(superuser), true), Attribution.SYSTEM);
        superuser
                .patch("accounts/" + Member.id(user) + "/", Map.of("is_active", false))
                .ok();
    }

    private List<@Nullable String> types() {
        return JdbcClient.create(SERVER.part(DataSource.class))
                .sql("select event.payload_type from ledger.event where event.aggregate_id = 'user-" + Member.id(user)
                        + "'")
                .query(String.class)
                .list();
    }

    private static void sql(String statement) {
        JdbcClient.create(SERVER.part(DataSource.class)).sql(statement).update();
    }

    private static String sqlText(String query) {
        return String.valueOf(JdbcClient.create(SERVER.part(DataSource.class))
                .sql(query)
                .query(String.class)
                .single());
    }
}
