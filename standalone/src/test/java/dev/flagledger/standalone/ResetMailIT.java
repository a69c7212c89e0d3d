package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.flagledger.access.factor.LoginCode;
import dev.flagledger.access.session.SessionClient;
import dev.flagledger.access.session.Sessions;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the mail says that somebody asked for who has lost the password. */
class ResetMailIT {

    private static final GreenMail SMTP = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final TestServer SERVER;

    static {
        SMTP.start();
        SERVER = TestServer.start(Map.of(
                "flagledger.mail.host", "127.0.0.1",
                "flagledger.mail.port", Integer.toString(SMTP.getSmtp().getPort()),
                "flagledger.mail.security", "none",
                "flagledger.mail.from", "flags@ex.test",
                "flagledger.dashboard.url", "https://flags.ex.test"));
    }

    private final KnownPerson ana = KnownPerson.on(SERVER);
    private final Shop shop = Shop.by(ana.api());

    @AfterAll
    static void stop() {
        SERVER.close();
        SMTP.stop();
    }

    @Test
    void itHasALinkToSetAPassword() {
        assertThat(asked())
                .contains("https://flags.ex.test/password-reset/confirm/")
                .doesNotContain("Log in at");
    }

    /** A new password would not let the user in. */
    @Test
    void whereTheOrganisationsAcceptNoPasswordItSaysHowToLogIn() {
        acceptSamlOnly();

        assertThat(asked())
                .contains(
                        "Your organisation demands another way to log in: SAML.",
                        "Log in at https://flags.ex.test/login")
                .doesNotContain("password-reset");
    }

    /** Who asks is told nothing, whichever mail is sent. */
    @Test
    void theAnswerIsThatForAnUnknownAddress() {
        acceptSamlOnly();
        for (var email : List.of(ana.email(), "nobody@example.test")) {
            var answer = SERVER.api().post("auth/users/reset_password/", Map.of("email", email));
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.text()).isEmpty();
        }
    }

    @Test
    void alsoOfTheseMailsFiveAreSentADay() {
        acceptSamlOnly();
        for (int request = 0; request < 7; request++) {
            SERVER.api().post("auth/users/reset_password/", Map.of("email", ana.email()));
        }
        var later = KnownPerson.on(SERVER);
        SERVER.api().post("auth/users/reset_password/", Map.of("email", later.email()));
        await().until(() -> mails(later).size() == 1);

        assertThat(mails(ana)).hasSize(5);
    }

    private void acceptSamlOnly() {
        var way = LoginWay.by(LoginMethod.SAML, shop.organisation(), 1);
        var token = SERVER.part(Sessions.class).token(ana.id(), way, LoginCode.NONE, new SessionClient(null, null));
        SERVER.api()
                .with("Authorization", "Token " + token)
                .put("organisations/" + shop.organisation() + "/login-policy/", Map.of("methods", List.of("SAML")))
                .ok();
    }

    /** The mail that is sent to somebody who asks for a new password. */
    private String asked() {
        SERVER.api().post("auth/users/reset_password/", Map.of("email", ana.email()));
        return await().until(() -> mails(ana).stream().findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private static List<String> mails(KnownPerson person) {
        return Arrays.stream(SMTP.getReceivedMessages())
                .filter(mail -> recipient(mail).equals(person.email()))
                .map(ResetMailIT::text)
                .toList();
    }

    private static String recipient(Message mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Message mail) {
        try {
            return mail.getContent().toString();
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
