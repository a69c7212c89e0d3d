package dev.flagledger.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.http.GuardedServer;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.testing.TurnedClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 1.8 of the admin contract. */
class EphemeralTokensTest {

    private static final int USER = 3_001;
    private static final int OTHER = 3_002;
    private static final LoginWay SAML = LoginWay.by(LoginMethod.SAML, 7, 1);

    private final TurnedClock clock = new TurnedClock();
    private final EphemeralTokens tokens = new EphemeralTokens(
            GuardedServer.bean(InstallationSecret.class), GuardedServer.bean(AccountStamps.class), clock);

    @BeforeAll
    static void open() {
        GuardedServer.bean(Accounts.class).open(USER, "ephemeral@ex.test", "no password");
        GuardedServer.bean(Accounts.class).open(OTHER, "other@ex.test", "no password");
    }

    @Test
    void aTokenTellsTheUserAndTheWay() {
        assertThat(tokens.issue(USER, LoginWay.EMAIL)).matches(USER + "-[0-9a-z]{6}-[0-9a-f]{40}");
        assertThat(tokens.read(tokens.issue(USER, LoginWay.EMAIL))).hasValueSatisfying(waiting -> {
            assertThat(waiting.account().userId()).isEqualTo(USER);
            assertThat(waiting.account().email()).isEqualTo("ephemeral@ex.test");
            assertThat(waiting.way()).isEqualTo(LoginWay.EMAIL);
        });
        assertThat(tokens.read(tokens.issue(USER, SAML)).orElseThrow().way()).isEqualTo(SAML);
    }

    @Test
    void aTokenLastsAQuarterOfAnHour() {
        var token = tokens.issue(USER, LoginWay.EMAIL);

        clock.turn(Duration.ofSeconds(899));
        assertThat(tokens.read(token)).isPresent();
        clock.turn(Duration.ofSeconds(1));
        assertThat(tokens.read(token)).isEmpty();
    }

    @Test
    void aTokenEndsWithTheSessionsOfTheUser() {
        var token = tokens.issue(USER, LoginWay.EMAIL);
        GuardedServer.bean(Accounts.class).logOut(USER);

        assertThat(tokens.read(token)).isEmpty();
        assertThat(tokens.read(tokens.issue(USER, LoginWay.EMAIL))).isPresent();
    }

    @Test
    void aTokenCannotBeChanged() {
        var token = tokens.issue(USER, SAML);
        var mac = token.substring(token.lastIndexOf('-') + 1);
        var time = token.split("-", -1)[1];

        assertThat(tokens.read(token.replace(Integer.toString(USER), Integer.toString(OTHER))))
                .isEmpty();
        assertThat(tokens.read(token.replace("SAML.7.1", "SAML.7.2"))).isEmpty();
        assertThat(tokens.read(USER + "-" + time + "-" + mac)).isEmpty();
        assertThat(tokens.read("+" + token)).isEmpty();
        clock.turn(Duration.ofSeconds(-1));
        assertThat(tokens.read(token.replace(time, Long.toString(clock.instant().getEpochSecond(), 36))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "--",
                "3001-abc",
                "x-abc-def",
                "3001-zzzzzzzzzzzzz-def",
                "3001-zzzzzzzzzzzzzzzzzzzz-def",
                "3001-abc-NONE-def",
                "99999999999-abc-def",
                "3001-abc-EMAIL-def-ghi",
                "3001-abc-\0"
            })
    void otherTextsAreNoTokens(String text) {
        assertThat(tokens.read(text)).isEmpty();
    }
}
