package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.access.factor.LoginCode;
import dev.flagledger.access.federation.FederatedProvider;
import dev.flagledger.access.federation.LinkedLogins;
import dev.flagledger.access.session.SessionClient;
import dev.flagledger.access.session.Sessions;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the mail says that somebody asked for who has lost the password. */
class ResetMailIT {

    private static final MailServer MAILS = MailServer.start();
    private static final TestServer SERVER = MAILS.server(Map.of());

    private final KnownPerson ana = KnownPerson.on(SERVER);
    private final Shop shop = Shop.by(ana.api());

    @AfterAll
    static void stop() {
        SERVER.close();
        MAILS.close();
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

    /** Else nobody could make the links again, and the user would be left without any way in. */
    @Test
    void aLinkFromBeforeSetsThePasswordAndEndsNoOtherWayToLogIn() {
        var provider = new FederatedProvider(FederatedProvider.Kind.SAML, shop.organisation());
        var links = SERVER.part(LinkedLogins.class);
        links.link(ana.id(), provider, "ana of " + shop.organisation());
        var link = asked().replaceFirst("(?s).*/password-reset/confirm/(\\S+).*", "$1")
                .split("/", 2);
        acceptSamlOnly();
        var password = "quite-other 8 words";

        var answer = SERVER.api()
                .post(
                        "auth/users/reset_password_confirm/",
                        Map.of(
                                "uid",
                                link[0],
                                "token",
                                link[1],
                                "new_password",
                                password,
                                "re_new_password",
                                password));

        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        assertThat(links.providersOf(ana.id())).containsExactly(provider.key());
        assertThat(ana.api().get("auth/users/me/").status()).as("its token").isEqualTo(401);
        assertThat(ana.logIn(password).text()).contains("Your organisation demands another way to log in: SAML.");
        assertThat(ana.logIn(KnownPerson.PASSWORD).text()).contains("Unable to log in");
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
        return MAILS.texts(person.email());
    }
}
