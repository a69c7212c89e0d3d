package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passwords and addresses are changed, and passwords are reset; section 1.6 of the admin contract. */
class PasswordIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final String NEW = "quite-other 8 words";

    private KnownPerson pat;

    @BeforeEach
    void register() {
        pat = KnownPerson.on(SERVER);
    }

    @Test
    void whoChangesThePasswordLogsInAgain() {
        var changed = set(KnownPerson.PASSWORD, NEW, NEW);

        assertThat(changed.status()).as(changed.text()).isEqualTo(204);
        assertThat(pat.api().get("auth/users/me/").text()).isEqualTo("{\"detail\":\"Invalid token.\"}");
        assertThat(pat.logIn(KnownPerson.PASSWORD).status()).isEqualTo(400);
        var key = pat.logIn(NEW).ok().get("key").asString();
        assertThat(SERVER.api()
                        .with("Authorization", "Token " + key)
                        .get("auth/users/me/")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        wrong           | quite-other 8 words | quite-other 8 words | {"current_password":["Invalid password."]}
        un-guess-able 7 | quite-other 8 words | quite-other 9 words | {"non_field_errors":["The two password fields didn't match."]}
        un-guess-able 7 | 12345678            | 12345678            | {"new_password":["This password is too common.","This password is entirely numeric."]}
        un-guess-able 7 | {email}             | {email}             | {"new_password":["The password is too similar to the email."]}
        """)
    void aRefusedPasswordIsNotChanged(String current, String wanted, String again, String refusal) {
        var refused = set(current, wanted.replace("{email}", pat.email()), again.replace("{email}", pat.email()));

        assertThat(refused.text()).isEqualTo(refusal);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(pat.api().get("auth/users/me/").status()).isEqualTo(200);
        assertThat(pat.logIn(KnownPerson.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void everyMissingFieldIsNamed() {
        assertThat(pat.api().post("auth/users/set_password/", Map.of()).json().propertyNames())
                .containsExactlyInAnyOrder("current_password", "new_password", "re_new_password");
    }

    @Test
    void wrongCurrentPasswordsLockLikeFailedLogins() {
        for (int guess = 0; guess < 10; guess++) {
            set("guess " + guess, NEW, NEW);
        }

        assertThat(set(KnownPerson.PASSWORD, NEW, NEW).status()).isEqualTo(400);
        assertThat(pat.logIn(KnownPerson.PASSWORD).status()).isEqualTo(400);
    }

    @Test
    void aPasswordIsResetOnceByTheLinkOfAMail() {
        var link = requestedLink();

        assertThat(confirm(link, NEW).status()).isEqualTo(204);

        assertThat(pat.api().get("auth/users/me/").status()).isEqualTo(401);
        assertThat(pat.logIn(NEW).status()).isEqualTo(200);
        assertThat(confirm(link, "yet another 9 words").text())
                .isEqualTo("{\"token\":[\"Invalid token for given user.\"]}");
    }

    @Test
    void aLoginEndsTheLink() {
        var link = requestedLink();
        pat.logIn(KnownPerson.PASSWORD).ok();

        assertThat(confirm(link, NEW).text()).isEqualTo("{\"token\":[\"Invalid token for given user.\"]}");
        assertThat(pat.logIn(NEW).status()).isEqualTo(400);
    }

    @Test
    void whatIsWrongWithALinkIsTold() {
        var link = requestedLink();

        assertThat(confirm("bm9uZQ/" + token(link), NEW).text())
                .isEqualTo("{\"uid\":[\"Invalid user id or user doesn't exist.\"]}");
        assertThat(confirm(uid(link) + "/" + "0".repeat(40), NEW).text())
                .isEqualTo("{\"token\":[\"Invalid token for given user.\"]}");
        assertThat(confirm(link, "short").text())
                .isEqualTo(
                        "{\"new_password\":[\"This password is too short. It must contain at least 8 characters.\"]}");
        assertThat(confirm(link, pat.email()).text())
                .isEqualTo("{\"new_password\":[\"The password is too similar to the email.\"]}");
        assertThat(confirm(link, NEW).status()).as("the link is still good").isEqualTo(204);
    }

    @Test
    void nobodyIsToldWhetherAnAccountExists() {
        for (var email : new String[] {pat.email(), "nobody@example.test"}) {
            var answer = SERVER.api().post("auth/users/reset_password/", Map.of("email", email));
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.text()).isEmpty();
        }
        assertThat(SERVER.api()
                        .post("auth/users/reset_password/", Map.of("email", "nobody"))
                        .text())
                .isEqualTo("{\"email\":[\"Enter a valid email address.\"]}");
    }

    @Test
    void anAddressIsChangedByWhoKnowsThePassword() {
        var other = KnownPerson.on(SERVER);
        var moved = "moved-" + pat.email();

        assertThat(setEmail(moved, "wrong").text()).isEqualTo("{\"current_password\":[\"Invalid password.\"]}");
        assertThat(setEmail(other.email().toUpperCase(Locale.ROOT), KnownPerson.PASSWORD)
                        .text())
                .isEqualTo("{\"new_email\":[\"Feature flag admin user with this email already exists.\"]}");
        assertThat(setEmail("nowhere", KnownPerson.PASSWORD).text())
                .isEqualTo("{\"new_email\":[\"Enter a valid email address.\"]}");
        assertThat(setEmail(moved, KnownPerson.PASSWORD).status()).isEqualTo(204);

        assertThat(pat.api().get("auth/users/me/").status()).isEqualTo(401);
        assertThat(pat.logIn(KnownPerson.PASSWORD).status()).isEqualTo(400);
        var key = pat.logIn(moved, KnownPerson.PASSWORD).ok().get("key").asString();
        assertThat(SERVER.api()
                        .with("Authorization", "Token " + key)
                        .get("auth/users/me/")
                        .ok()
                        .get("email")
                        .asString())
                .isEqualTo(moved);
        assertThat(other.api()
                        .post(
                                "auth/users/set_email/",
                                Map.of("new_email", pat.email(), "current_password", KnownPerson.PASSWORD))
                        .status())
                .as("the old address is free")
                .isEqualTo(204);
    }

    private Api.Answer set(String current, String wanted, String again) {
        return pat.api()
                .post(
                        "auth/users/set_password/",
                        Map.of("current_password", current, "new_password", wanted, "re_new_password", again));
    }

    private Api.Answer setEmail(String email, String password) {
        return pat.api().post("auth/users/set_email/", Map.of("new_email", email, "current_password", password));
    }

    /** The id and the token, as the server logs them without an SMTP server. */
    private String requestedLink() {
        try (var logged = Logged.byAll()) {
            assertThat(SERVER.api()
                            .with("Authorization", "Token stale")
                            .post("auth/users/reset_password/", Map.of("email", pat.email()))
                            .status())
                    .isEqualTo(204);
            return logged.awaitMatch(Pattern.compile("user " + pat.id() + ": .*"))
                    .replaceFirst(".*/password-reset/confirm/", "");
        }
    }

    private static Api.Answer confirm(String link, String password) {
        return SERVER.api()
                .post(
                        "auth/users/reset_password_confirm/",
                        Map.of(
                                "uid",
                                uid(link),
                                "token",
                                token(link),
                                "new_password",
                                password,
                                "re_new_password",
                                password));
    }

    private static String uid(String link) {
        return link.split("/", 2)[0];
    }

    private static String token(String link) {
        return link.split("/", 2)[1];
    }
}
