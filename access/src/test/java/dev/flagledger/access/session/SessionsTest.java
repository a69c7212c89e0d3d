package dev.flagledger.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.factor.LoginCode;
import dev.flagledger.access.factor.SecondFactors;
import dev.flagledger.access.http.GuardedServer;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.CredentialChanges;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.secret.InstallationSecret;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionsTest {

    private static final LoginWay SAML = LoginWay.by(LoginMethod.SAML, 3, 7);
    private static final SessionClient CLIENT = new SessionClient("192.0.2.7", "Browser/1");
    private static final FederatedTokens TOKENS = new FederatedTokens(Duration.ofDays(30));
    private static final AtomicInteger IDS = new AtomicInteger(1_000);

    private final JdbcClient jdbc = GuardedServer.bean(JdbcClient.class);
    private final Accounts accounts = GuardedServer.bean(Accounts.class);
    private final CredentialChanges changes = new CredentialChanges();
    private final CookieSettings settings = settings(true);
    private final SessionRows rows = rows(settings);
    private final Sessions sessions = sessions(settings);

    @Test
    void aUserHasOneTokenForEachWayOfLoggingIn() {
        int user = user();
        var byPassword = sessions.token(user, LoginWay.EMAIL, LoginCode.NONE, CLIENT);
        var bySaml = sessions.token(user, SAML, LoginCode.NONE, CLIENT);

        assertThat(bySaml)
                .matches("[0-9a-f]{40}")
                .isNotEqualTo(byPassword)
                .isEqualTo(sessions.token(user, SAML, LoginCode.NONE, CLIENT))
                .isNotEqualTo(sessions.token(user, LoginWay.by(LoginMethod.SAML, 3, 8), LoginCode.NONE, CLIENT));
        assertThat(byPassword).isEqualTo(accounts.tokenOf(user));
    }

    @Test
    void aTokenTellsHowItsOwnerLoggedIn() {
        int user = user();

        var byPassword = session(accounts.tokenOf(user));
        assertThat(byPassword).isEqualTo(UserSession.ofAccount(Objects.requireNonNull(byPassword.nonce()), false));
        assertThat(sessions.byToken(sessions.token(user, SAML, LoginCode.NONE, CLIENT)))
                .hasValueSatisfying(found -> {
                    assertThat(found.account().userId()).isEqualTo(user);
                    assertThat(found.session().way()).isEqualTo(SAML);
                    assertThat(found.session().id()).isNotNull();
                });
    }

    @Test
    void aSessionTellsWhetherTheUserHasASecondFactor() {
        int user = user();
        var factors = GuardedServer.bean(SecondFactors.class);
        factors.begin(user);
        factors.activate(user, 0, List.of());

        assertThat(session(accounts.tokenOf(user)).secondFactor()).isTrue();
        assertThat(session(sessions.token(user, SAML, LoginCode.NONE, CLIENT)).secondFactor())
                .isTrue();
    }

    /** Otherwise whoever was let in without a code would be trusted like those who showed one. */
    @ParameterizedTest
    @CsvSource({"EMAIL", "SAML.3.7"})
    void tokensOfLoginsWithoutACodeAreOthers(String key) {
        int user = user();
        var way = LoginWay.ofKey(key);
        var with = sessions.token(user, way, LoginCode.NONE, CLIENT);
        var without = sessions.token(user, way, LoginCode.DISPENSED, CLIENT);

        assertThat(without).isNotEqualTo(with).isEqualTo(sessions.token(user, way, LoginCode.DISPENSED, CLIENT));
        assertThat(session(with).withoutCode()).isFalse();
        assertThat(session(without).withoutCode()).isTrue();
        assertThat(session(without).way()).isEqualTo(way);
        var cookie = sessions.cookie(user, way, LoginCode.DISPENSED, CLIENT);
        assertThat(sessions.byCookie(cookie).orElseThrow().session().withoutCode())
                .isTrue();
        accounts.logOut(user);
        assertThat(sessions.byToken(without)).isEmpty();
    }

    @Test
    void whatEndsTheTokenOfTheAccountEndsAll() {
        int user = user();
        var token = sessions.token(user, SAML, LoginCode.NONE, CLIENT);
        var cookie = sessions.cookie(user, SAML, LoginCode.NONE, CLIENT);
        accounts.logOut(user);

        assertThat(sessions.byToken(token)).isEmpty();
        assertThat(sessions.byCookie(cookie)).isEmpty();
        assertThat(rows.of(user)).isEmpty();
        assertThat(sessions.token(user, SAML, LoginCode.NONE, CLIENT)).isNotEqualTo(token);
        assertThat(sessions.byToken(sessions.token(user, SAML, LoginCode.NONE, CLIENT)))
                .isPresent();
    }

    @Test
    void anEndedTokenDoesNotComeBack() {
        int user = user();
        var token = sessions.token(user, SAML, LoginCode.NONE, CLIENT);
        long before = changes.count();

        assertThat(rows.end(user, rows.of(user).getFirst().id())).isTrue();
        assertThat(changes.count()).isGreaterThan(before);
        assertThat(sessions.byToken(token)).isEmpty();
        assertThat(sessions.token(user, SAML, LoginCode.NONE, CLIENT)).isNotEqualTo(token);
        assertThat(sessions.byToken(token)).isEmpty();
    }

    @Test
    void everyBrowserHasASessionOfItsOwn() {
        int user = user();
        var first = sessions.cookie(user, LoginWay.EMAIL, LoginCode.NONE, CLIENT);
        var second = sessions.cookie(user, LoginWay.EMAIL, LoginCode.NONE, new SessionClient(null, null));
        assertThat(first).isNotEqualTo(second);

        var id = sessions.byCookie(first).orElseThrow().session().id();
        assertThat(rows.end(user, Objects.requireNonNull(id))).isTrue();
        assertThat(sessions.byCookie(first)).isEmpty();
        assertThat(sessions.byCookie(second)).isPresent();
        assertThat(accounts.byToken(accounts.tokenOf(user))).isPresent();
    }

    @Test
    void cookiesAreNoTokensAndTokensNoCookies() {
        int user = user();

        assertThat(sessions.byToken(sessions.cookie(user, SAML, LoginCode.NONE, CLIENT)))
                .isEmpty();
        assertThat(sessions.byCookie(sessions.token(user, SAML, LoginCode.NONE, CLIENT)))
                .isEmpty();
        assertThat(sessions.byCookie(accounts.tokenOf(user))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "used_at, 599 minutes, true",
        "used_at, 601 minutes, false",
        "opened_at, 29 days, true",
        "opened_at, 31 days, false"
    })
    void aBrowsersSessionEndsUnusedOrAfterAMonth(String column, String ago, boolean valid) {
        var cookie = sessions.cookie(user(), SAML, LoginCode.NONE, CLIENT);
        jdbc.sql("update access.session set " + column + " = now() - cast(:ago as interval) where digest = "
                        + "sha256(cast(:cookie as bytea))")
                .param("ago", ago)
                .param("cookie", cookie)
                .update();

        assertThat(sessions.byCookie(cookie).isPresent()).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"SAML.3.7, 29 days, true", "SAML.3.7, 31 days, false", "EMAIL, 31 days, true"})
    void aTokenForWhichAProviderVouchedEndsAMonthAfterTheLogin(String key, String ago, boolean valid) {
        int user = user();
        var token = sessions.token(user, LoginWay.ofKey(key), LoginCode.DISPENSED, CLIENT);
        age(user, ago);

        assertThat(sessions.byToken(token).isPresent()).isEqualTo(valid);
        assertThat(rows.of(user)).hasSize(valid ? 1 : 0);
        var next = sessions.token(user, LoginWay.ofKey(key), LoginCode.DISPENSED, CLIENT);
        assertThat(next.equals(token)).isEqualTo(valid);
        assertThat(sessions.byToken(next)).isPresent();
        assertThat(sessions.byToken(token).isPresent())
                .as("it does not come back")
                .isEqualTo(valid);
    }

    @Test
    void aLoginProlongsTheToken() {
        int user = user();
        var token = sessions.token(user, SAML, LoginCode.NONE, CLIENT);
        age(user, "29 days");
        assertThat(sessions.token(user, SAML, LoginCode.NONE, CLIENT)).isEqualTo(token);
        age(user, "29 days");

        assertThat(sessions.byToken(token)).isPresent();
    }

    /** Puts back when the user's sessions were opened, by as much. */
    private void age(int user, String by) {
        jdbc.sql("update access.session set opened_at = opened_at - cast(:by as interval) where user_id = :user")
                .param("by", by)
                .param("user", user)
                .update();
    }

    @Test
    void useProlongsASession() {
        int user = user();
        var cookie = sessions.cookie(user, SAML, LoginCode.NONE, CLIENT);
        jdbc.sql("update access.session set used_at = now() - interval '2 minutes' where user_id = :user")
                .param("user", user)
                .update();
        var before = rows.of(user).getFirst().usedAt();
        sessions.byCookie(cookie);
        assertThat(rows.of(user).getFirst().usedAt()).isAfter(before);
    }

    @Test
    void withoutTheSettingNoCookieCounts() {
        var cookie = sessions.cookie(user(), SAML, LoginCode.NONE, CLIENT);

        assertThat(sessions(settings(false)).byCookie(cookie)).isEmpty();
    }

    @Test
    void nobodyEndsTheSessionOfSomebodyElse() {
        int user = user();
        sessions.cookie(user, SAML, LoginCode.NONE, CLIENT);

        assertThat(rows.end(user(), rows.of(user).getFirst().id())).isFalse();
        assertThat(rows.of(user)).hasSize(1);
    }

    @Test
    void theOwnerIsToldTheClientButTheDatabaseShowsNeitherTokensNorClients() {
        int user = user();
        var token = sessions.token(user, SAML, LoginCode.NONE, CLIENT);
        var cookie = sessions.cookie(user, SAML, LoginCode.NONE, CLIENT);

        assertThat(rows.of(user)).hasSize(2).allMatch(row -> row.client().equals(CLIENT));
        assertThat(jdbc.sql("select session::text || encode(session.client, 'escape') from access.session")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains(token) || row.contains(cookie))
                .noneMatch(row -> row.contains("192.0.2.7") || row.contains("Browser"));
    }

    private static CookieSettings settings(boolean enabled) {
        return new CookieSettings(enabled, true, "None", Duration.ofHours(10), List.of());
    }

    private SessionRows rows(CookieSettings configured) {
        var clients = GuardedServer.bean(ClientSeal.class);
        return new SessionRows(jdbc, clients, changes, configured, TOKENS);
    }

    private UserSession session(String token) {
        return sessions.byToken(token).orElseThrow().session();
    }

    private Sessions sessions(CookieSettings configured) {
        return new Sessions(
                jdbc,
                GuardedServer.bean(InstallationSecret.class),
                accounts,
                GuardedServer.bean(SecondFactors.class),
                rows(configured),
                new TokenRows(jdbc, GuardedServer.bean(ClientSeal.class), TOKENS),
                configured);
    }

    private int user() {
        int id = IDS.incrementAndGet();
        accounts.open(id, "user-" + id + "@ex.test", "no password");
        return id;
    }
}
