package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestIssuer;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a session for which an organisation's provider vouches may do with the account, and how its owner gets it back. */
class OidcAccountIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final String NEW = "quite-other 8 words";

    private final TestIssuer issuer = new TestIssuer();
    private final OidcVisitor eve = new OidcVisitor(SERVER, issuer);
    private final String email = eve.name() + "@example.test";
    private final Api admin = SERVER.api().newUser();
    private int organisation;
    private int provider;

    @BeforeEach
    void configure() {
        organisation = admin.post("organisations/", Map.of("name", "Acme"))
                .ok()
                .get("id")
                .asInt();
        provider = eve.configured(admin, organisation, Map.of());
        issuer.saying(claims ->
                claims.claim("email", email).claim("email_verified", true).claim("given_name", "Eve"));
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    /** Whoever administers the organisation could have it, without ever having had the device. */
    @Test
    void aSessionFromBeforeTheSecondFactorDoesNotRemoveIt() {
        var before = eve.user(eve.logIn());
        var secret = activateFactor(before);

        var refused = before.post("auth/app/deactivate/", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("code of your second factor");
        assertThat(before.post("auth/app/deactivate/", Map.of("code", "000000")).text())
                .isEqualTo("{\"code\":[\"Code invalid or expired.\"]}");

        var waiting = eve.logIn().ok().get("ephemeral_token").asString();
        var shown = eve.user(SERVER.api()
                .post("auth/login/code/", Map.of("ephemeral_token", waiting, "code", Person.code(secret, 1))));
        assertThat(before.post("auth/app/deactivate/", Map.of()).status())
                .as("its token is another one")
                .isEqualTo(403);
        assertThat(shown.post("auth/app/deactivate/", Map.of()).status()).isEqualTo(204);
    }

    @Test
    void aSessionFromBeforeTheSecondFactorRemovesItWithACode() {
        var before = eve.user(eve.logIn());
        var backup = confirm(before, secret(before)).get("backup_codes").get(0).asString();

        assertThat(before.post("auth/app/deactivate/", Map.of("code", backup)).status())
                .isEqualTo(204);
        assertThat(eve.logIn().ok().has("key")).isTrue();
    }

    /** What was shown of the factor before says nothing about the next one. */
    @Test
    void aCodeOfAnEarlierSecondFactorDoesNotCount() {
        var secret = activateFactor(eve.user(eve.logIn()));
        var waiting = eve.logIn().ok().get("ephemeral_token").asString();
        var shown = eve.user(SERVER.api()
                .post("auth/login/code/", Map.of("ephemeral_token", waiting, "code", Person.code(secret, 1))));
        shown.post("auth/app/deactivate/", Map.of());
        activateFactor(shown);

        assertThat(shown.post("auth/app/deactivate/", Map.of()).status()).isEqualTo(403);
    }

    /** It would delete the account, which may be in other organisations as well. */
    @Test
    void whatAnOrganisationSaysIsNotEnoughForAnErasureOfTheAccount() {
        var vouched = eve.user(eve.logIn());

        var refused = vouched.post("organisations/" + organisation + "/erasures/", Map.of("user", Member.id(vouched)));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("Only your organisation says who you are.");
        assertThat(vouched.get("auth/users/me/").status()).isEqualTo(200);
    }

    @Test
    void noApplicationLinksLoginsOrEndsALink() {
        var bo = KnownPerson.on(SERVER);
        var cli = OAuthClientStub.cli(SERVER.api());
        var program = cli.bearer(cli.tokens(bo.api()));
        var logins = "auth/users/me/logins/";
        var code = eve.code();
        Map<String, ?> link = Map.of("access_token", code, "current_password", KnownPerson.PASSWORD);

        assertThat(eve.browser().in(program).post(logins, link).status()).isEqualTo(403);
        assertThat(bo.api().get(logins).text()).isEqualTo("[]");
        assertThat(eve.browser().in(bo.api()).post(logins, link).status()).isEqualTo(204);
        assertThat(program.send(
                                "DELETE",
                                logins + "oidc-" + provider + "/",
                                "{\"current_password\":\"" + KnownPerson.PASSWORD + "\"}")
                        .status())
                .isEqualTo(403);
        assertThat(bo.api().get(logins).ok()).hasSize(1);
    }

    /** The organisation has opened it before its owner knew. */
    @Test
    void theOwnerOfTheAddressWinsAnAccountBackByMail() {
        var opened = eve.user(eve.logIn());
        int account = Member.id(opened);
        var link = mailedLink(account);

        assertThat(SERVER.api()
                        .post(
                                "auth/users/reset_password_confirm/",
                                Map.of("uid", link[0], "token", link[1], "new_password", NEW, "re_new_password", NEW))
                        .status())
                .isEqualTo(204);

        assertThat(opened.get("auth/users/me/").status()).isEqualTo(401);
        assertThat(eve.logIn().text()).as("the link has ended").contains("Log in to it and link it");
        var owner = eve.user(SERVER.api().post("auth/login/", Map.of("email", email, "password", NEW)));
        assertThat(Member.id(owner)).isEqualTo(account);
        assertThat(owner.get("auth/users/me/logins/").text()).isEqualTo("[]");
    }

    private String[] mailedLink(int account) {
        try (var logged = Logged.byAll()) {
            SERVER.api().post("auth/users/reset_password/", Map.of("email", email));
            return logged.awaitMatch(Pattern.compile("user " + account + ": .*"))
                    .replaceFirst(".*/password-reset/confirm/", "")
                    .split("/", 2);
        }
    }

    private static String activateFactor(Api user) {
        var secret = secret(user);
        confirm(user, secret);
        return secret;
    }

    private static String secret(Api user) {
        return user.post("auth/app/activate/", Map.of()).ok().get("secret").asString();
    }

    private static JsonNode confirm(Api user, String secret) {
        return user.post("auth/app/activate/confirm/", Map.of("code", Person.code(secret, 0)))
                .ok();
    }
}
