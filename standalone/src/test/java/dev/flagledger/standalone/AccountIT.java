package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Registration, login, logout, and responses to unauthenticated requests. */
class AccountIT {

    private static final TestServer SERVER = TestServer.shared();

    static Stream<Arguments> unauthenticated() {
        return Stream.of(
                arguments("Bearer junk", "Authentication credentials were not provided."),
                arguments("Token", "Invalid token header. No credentials provided."),
                arguments("Token a b", "Invalid token header. Token string should not contain spaces."),
                arguments("token " + "0".repeat(40), "Invalid token."),
                arguments("Api-Key x.y", "Valid Master API Key not found."));
    }

    @ParameterizedTest
    @MethodSource("unauthenticated")
    void unauthenticatedRequestsAreRejectedWithTheReason(String authorization, String detail) {
        var answer = SERVER.api().with("Authorization", authorization).get("organisations/");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).isEqualTo("{\"detail\":\"" + detail + "\"}");
        assertThat(answer.http().headers().firstValue("WWW-Authenticate")).hasValue("Cookie realm=\"api\"");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        GET,   auth/users/
        GET,   auth/users/1/
        PUT,   auth/users/1/
        PATCH, auth/users/1/
        """)
    void accountsAreHidden(String method, String path) {
        var answer = SERVER.api().newUser().send(method, path, method.equals("GET") ? "" : "{}");

        assertThat(answer.text()).isEqualTo("{\"detail\":\"Not found.\"}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(SERVER.api().send(method, path, "").status()).isEqualTo(401);
    }

    @Test
    void everyLoginReturnsTheSameTokenUntilLogout() {
        var email = "bo-" + UUID.randomUUID() + "@example.test";
        var account = Map.of("email", email, "password", "un-guess-able 7", "first_name", "Bo", "last_name", "Ek");
        var registered = SERVER.api().post("auth/users/", account).ok();
        var login = Map.of("email", email.toUpperCase(Locale.ROOT), "password", "un-guess-able 7");
        var junk = SERVER.api().with("Authorization", "Token");

        var first = junk.post("auth/login/", login).ok().get("key").asString();
        var second = SERVER.api().post("auth/login/", login).ok().get("key").asString();
        var bo = SERVER.api().with("Authorization", "Token " + first);
        assertThat(bo.get("auth/users/me/").ok().get("email").asString()).isEqualTo(email);
        assertThat(bo.post("auth/logout/", Map.of()).status()).isEqualTo(204);

        assertThat(first)
                .matches("[0-9a-f]{40}")
                .isEqualTo(second)
                .isEqualTo(registered.get("key").asString());
        assertThat(bo.get("auth/users/me/").status()).isEqualTo(401);
        assertThat(SERVER.api().post("auth/login/", login).ok().get("key").asString())
                .isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "password":"pass"                | {"password":["This password is too short. It must contain at least 8 characters.","This password is too common."]}
        "password":"12345"               | {"password":["This password is too short. It must contain at least 8 characters.","This password is too common.","This password is entirely numeric."]}
        "password":"DEE@example.test"    | {"password":["The password is too similar to the email."]}
        "password":"deirdre1"            | {"password":["The password is too similar to the first name."]}
        "sign_up_type":"ZZ"              | {"sign_up_type":["\\"ZZ\\" is not a valid choice."]}
        "superuser":true                 | {"superuser":["A superuser can only be created through this  endpoint if no other users exist."]}
        """)
    void aRegistrationIsRejectedWithAllItsErrors(String wrong, String refusal) {
        SERVER.api().newUser();
        var account = "{\"email\":\"dee@example.test\",\"password\":\"un-guess-able 7\",\"first_name\":\"Deirdre\","
                + "\"last_name\":\"Ray\"," + wrong + "}";

        var answer = SERVER.api().send("POST", "auth/users/", account);

        assertThat(answer.text()).isEqualTo(refusal);
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void weakPasswordsAndUsedAddressesAreRejected() {
        var email = "cy-" + UUID.randomUUID() + "@example.test";
        var account = Map.of("email", email, "password", "password", "first_name", "Cy", "last_name", "Li");
        assertThat(SERVER.api().post("auth/users/", account).text())
                .isEqualTo("{\"password\":[\"This password is too common.\"]}");
        var good = Map.of("email", email, "password", "un-guess-able 7", "first_name", "Cy", "last_name", "Li");
        SERVER.api().post("auth/users/", good).ok();
        assertThat(SERVER.api().post("auth/users/", good).text())
                .isEqualTo("{\"email\":[\"Email already exists. Please log in.\"]}");
        assertThat(SERVER.api()
                        .post("auth/login/", Map.of("email", email, "password", "wrong"))
                        .text())
                .isEqualTo("{\"non_field_errors\":[\"Unable to log in with provided credentials.\"]}");
    }
}
