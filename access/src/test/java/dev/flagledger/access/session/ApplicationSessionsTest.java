package dev.flagledger.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.factor.LoginCode;
import dev.flagledger.access.http.GuardedServer;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What ends after a request was authenticated, and before the consent that it brings is stored. */
class ApplicationSessionsTest {

    private static final LoginWay SAML = LoginWay.by(LoginMethod.SAML, 3, 7);
    private static final SessionClient CLIENT = new SessionClient("192.0.2.7", "Browser/1");
    private static final AtomicInteger IDS = new AtomicInteger(5_000);

    private final Accounts accounts = GuardedServer.bean(Accounts.class);
    private final Sessions sessions = GuardedServer.bean(Sessions.class);
    private final SessionRows rows = GuardedServer.bean(SessionRows.class);
    private final int user = IDS.incrementAndGet();

    ApplicationSessionsTest() {
        accounts.openWithoutPassword(user, "consenting-" + user + "@ex.test");
    }

    @Test
    void aConsentWithTheTokenOfTheAccountOpensASession() {
        var session = shown(accounts.tokenOf(user));

        assertThat(consents(session)).isTrue();
    }

    /** Else what somebody does with a stolen token would outlast the logout by which its owner gets rid of them. */
    @Test
    void aLogoutThatComesFirstWins() {
        var session = shown(accounts.tokenOf(user));
        accounts.logOut(user);

        assertThat(consents(session)).isFalse();
    }

    @Test
    void soDoesTheEndOfTheSession() {
        var session = shown(sessions.token(user, SAML, LoginCode.NONE, CLIENT));
        rows.end(user, Objects.requireNonNull(session.id()));

        assertThat(consents(session)).isFalse();
    }

    @Test
    void aSessionThatHasBecomeTooOldConsentsToNothing() {
        var session = shown(sessions.token(user, SAML, LoginCode.NONE, CLIENT));
        GuardedServer.bean(JdbcClient.class)
                .sql("update access.session set opened_at = now() - interval '31 days' where session_id = :id")
                .param("id", Objects.requireNonNull(session.id()))
                .update();

        assertThat(consents(session)).isFalse();
    }

    /** A login that is part of the same request has nothing that could have ended. */
    @Test
    void aConsentWithoutASessionBeginsNow() {
        assertThat(sessions.application(UUID.randomUUID(), new Consenting(user, null, null, SAML, false), CLIENT))
                .isTrue();
    }

    private boolean consents(UserSession session) {
        var consenting = new Consenting(user, session.id(), session.nonce(), session.way(), session.withoutCode());
        return sessions.application(UUID.randomUUID(), consenting, CLIENT);
    }

    private UserSession shown(String token) {
        return sessions.byToken(token).orElseThrow().session();
    }
}
