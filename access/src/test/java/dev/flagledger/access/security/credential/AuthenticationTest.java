package dev.flagledger.access.security.credential;

import static dev.flagledger.access.http.GuardedServer.send;
import static dev.flagledger.access.http.GuardedServer.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.account.AccountChanges;
import dev.flagledger.access.http.GuardedServer;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.ApiKeys;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections 1.1 and 1.2 of the admin contract. */
class AuthenticationTest {

    private static String token = "";

    @BeforeAll
    static void twoUsers() {
        var accounts = GuardedServer.bean(Accounts.class);
        token = accounts.open(5, "Jane@ex.test", accounts.hash("correct horse battery"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token ", "token ", "TOKEN  "})
    void theSchemeOfATokenIsCaseInsensitive(String word) {
        var answer = send(to("/api/v1/guarded/").header("Authorization", word + token));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"kind\":\"USER\",\"id\":5,\"name\":\"jane@ex.test\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                                                     | Authentication credentials were not provided.
            Bearer bad                                               | Authentication credentials were not provided.
            Basic amFuZTpzZWNyZXQ=                                   | Authentication credentials were not provided.
            Token 0000000000000000000000000000000000000000           | Invalid token.
            Token                                                    | Invalid token header. No credentials provided.
            Token a b                                                | Invalid token header. Token string should not contain spaces.
            Api-Key                                                  | Valid Master API Key not found.
            Api-Key a b                                              | Valid Master API Key not found.
            Api-Key abcdefgh.abcdefghabcdefghabcdefghabcdefgh        | Valid Master API Key not found.
            api-key abcdefgh.abcdefghabcdefghabcdefghabcdefgh        | Valid Master API Key not found.
            tOKEN a b                                                | Invalid token header. Token string should not contain spaces.
            """)
    void invalidCredentialsAreRejectedWithAReason(String header, String detail) {
        var request = to("/api/v1/guarded/");
        if (header != null) {
            request.header("Authorization", header);
        }
        var answer = send(request);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"" + detail + "\"}");
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Cookie realm=\"api\"");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void aKeyAuthenticatesUntilItExpiresOrIsRevoked() {
        var keys = GuardedServer.bean(ApiKeys.class);
        var key = ApiKeys.draw();
        keys.store(new ApiKeys.Holder(9, "terraform"), key, null);
        assertThat(withKey("/api/v1/guarded/", key).body())
                .isEqualTo("{\"kind\":\"API_KEY\",\"id\":9,\"name\":\"terraform\"}");

        keys.expire(9, Instant.now());
        assertThat(withKey("/api/v1/guarded/", key).body())
                .isEqualTo("{\"detail\":\"Valid Master API Key not found.\"}");
        keys.expire(9, null);
        assertThat(withKey("/api/v1/guarded/", key).statusCode()).isEqualTo(200);
        keys.remove(9);
        assertThat(withKey("/api/v1/guarded/", key).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api-key ", "API-KEY ", "Api-key  "})
    void schemesAreCaseInsensitive(String scheme) {
        var keys = GuardedServer.bean(ApiKeys.class);
        var key = ApiKeys.draw();
        keys.store(new ApiKeys.Holder(11, "terraform"), key, null);

        assertThat(send(to("/api/v1/guarded/").header("Authorization", scheme + key.text()))
                        .statusCode())
                .isEqualTo(200);
        keys.remove(11);
    }

    @Test
    void apiKeysAreRejectedOnRoutesForUsers() {
        var key = ApiKeys.draw();
        GuardedServer.bean(ApiKeys.class).store(new ApiKeys.Holder(10, "terraform"), key, null);

        assertThat(withKey("/api/v1/organisations/1/master-api-keys/", key).body())
                .isEqualTo("{\"detail\":\"Authentication credentials were not provided.\"}");
        assertThat(send(to("/api/v1/organisations/1/master-api-keys/abcdefgh")
                                .header("Authorization", "Token " + token))
                        .statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> withKey(String path, ApiKeys.Drawn key) {
        return send(to(path).header("Authorization", "Api-Key " + key.text()));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/guarded",
        "HEAD, /api/v1/guarded/",
        "PATCH, /api/v1/guarded/",
        "OPTIONS, /api/v1/guarded/",
        "GET, /api/experiments/guarded/",
        "GET, /api/v1/auth/users/"
    })
    void everyRouteThatIsNotPublicRequiresAuthentication(String method, String path) {
        assertThat(send(to(path).method(method, BodyPublishers.noBody())).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/auth/login/",
                "/api/v1/auth/users/",
                "/api/v1/auth/users/reset_password/",
                "/api/v1/auth/users/reset_password_confirm/",
                "/api/v1/auth/users/activation/",
                "/api/v1/auth/users/resend_activation/",
                "/api/v1/users/init/",
                "/api/v1/users/config/init/"
            })
    void publicRoutesIgnoreCredentials(String path) {
        var answer = send(to(path).POST(BodyPublishers.ofString("{}")).header("Authorization", "Token"));

        assertThat(answer.body()).isEqualTo("open");
    }

    @Test
    void optionsIsAllowedForCallers() {
        var answer = send(to("/api/v1/guarded/")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Authorization", "Token " + token));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Allow")).containsExactly("GET, HEAD, OPTIONS");
    }

    @Test
    void aTokenIsInvalidAfterLogout() {
        var accounts = GuardedServer.bean(Accounts.class);
        var leaving = accounts.open(7, "leaving@ex.test", accounts.hash("correct horse battery"));
        accounts.logOut(7);

        assertThat(send(to("/api/v1/guarded/").header("Authorization", "Token " + leaving))
                        .body())
                .isEqualTo("{\"detail\":\"Invalid token.\"}");
    }

    @Test
    void theTokenOfADeactivatedAccountIsRefusedWithAReason() {
        var accounts = GuardedServer.bean(Accounts.class);
        var changes = GuardedServer.bean(AccountChanges.class);
        var before = accounts.open(8, "resting@ex.test", accounts.hash("correct horse battery"));
        changes.changeActive(8, false);
        var resting = accounts.tokenOf(8);

        var refused = send(to("/api/v1/guarded/").header("Authorization", "Token " + resting));
        changes.changeActive(8, true);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEqualTo("{\"detail\":\"User inactive or deleted.\"}");
        assertThat(send(to("/api/v1/guarded/").header("Authorization", "Token " + before))
                        .body())
                .as("it ended with the deactivation")
                .isEqualTo("{\"detail\":\"Invalid token.\"}");
    }
}
