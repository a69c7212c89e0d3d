package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.factor.LoginCode;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.session.SessionClient;
import dev.flagledger.access.session.Sessions;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An installation in which nobody may have a password, but perhaps one in the directory. */
class PreventedPasswordsIT {

    private static final int USER = 900;
    private static final String EMAIL = "ana@example.test";
    private static final String PASSWORD = "un-guess-able 7";
    private static final Map<String, String> LOGIN = Map.of("email", EMAIL, "password", PASSWORD);

    @Test
    void withoutADirectoryAllPasswordsAreRefused() {
        try (var server = started("")) {
            assertThat(server.api().post("auth/login/", LOGIN).status()).isEqualTo(403);
        }
    }

    /** Nobody answers at this address, so the directory knows nobody. */
    @Test
    void thePasswordOfAnAccountIsNotOneOfTheDirectory() {
        try (var server = started("ldap://127.0.0.1:1")) {
            var answer = server.api().post("auth/login/", LOGIN);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("Unable to log in");
        }
    }

    @Test
    void whatAPasswordOpenedBeforeHasEnded() {
        try (var server = started("")) {
            var refused = caller(server, LoginWay.EMAIL).get("organisations/");

            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.text()).isEqualTo("{\"detail\":\"Nobody may log in with a password here.\"}");
            assertThat(caller(server, LoginWay.by(LoginMethod.LDAP))
                            .get("organisations/")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static TestServer started(String directory) {
        var server = TestServer.start(
                Map.of("flagledger.account.prevent-passwords", "true", "flagledger.ldap.url", directory));
        var accounts = server.part(Accounts.class);
        accounts.open(USER, EMAIL, accounts.hash(PASSWORD));
        return server;
    }

    private static Api caller(TestServer server, LoginWay way) {
        var token = server.part(Sessions.class).token(USER, way, LoginCode.NONE, new SessionClient(null, null));
        return server.api().with("Authorization", "Token " + token);
    }
}
