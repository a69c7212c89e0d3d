package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.testing.TestDatabase;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Limits of login attempts, for clients behind a proxy. */
class LoginLimitsIT {

    private static final String PASSWORD = "un-guess-able 7";
    private static final String TOO_LONG = "x".repeat(300) + "@example.test";

    private static RunningNode node;

    @BeforeAll
    static void start() {
        node = RunningNode.start(
                Role.ALL,
                Map.of(
                        "spring.datasource.url",
                        TestDatabase.fresh().migrated().url(),
                        "server.port",
                        "0",
                        "server.forward-headers-strategy",
                        "native"),
                TestServer.QuickPasswords.class);
        node.awaitReady();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    /** The address is too long for an account, so that checks are fast: twenty attempts take less than a minute. */
    @Test
    void theTwentyFirstLoginWithinAMinuteGetsARetryAfter() {
        for (int login = 0; login < 20; login++) {
            assertThat(logIn("203.0.113.7", TOO_LONG, "guessed").status()).isEqualTo(400);
        }

        var answer = logIn("203.0.113.7", TOO_LONG, "guessed");

        assertThat(answer.status()).isEqualTo(429);
        var seconds = answer.http().headers().firstValue("Retry-After").orElseThrow();
        assertThat(seconds).matches("[1-9]|[1-5][0-9]|60");
        assertThat(answer.text())
                .startsWith("{\"detail\":\"Request was throttled. Expected available in " + seconds + " second");
        assertThat(logIn("203.0.113.8", TOO_LONG, "guessed").status()).isEqualTo(400);
    }

    @Test
    void registrationsCountLikeLogins() {
        var first = register("203.0.113.30", "first@example.test");
        assertThat(first.status()).isEqualTo(201);
        for (int more = 1; more < 20; more++) {
            var refused = register("203.0.113.30", "first@example.test");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).isEqualTo("{\"email\":[\"Email already exists. Please log in.\"]}");
        }

        var answer = register("203.0.113.30", "second@example.test");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.http().headers().firstValue("Retry-After")).isPresent();
        assertThat(logIn("203.0.113.30", TOO_LONG, "guessed").status()).isEqualTo(429);
        assertThat(register("203.0.113.31", "second@example.test").status()).isEqualTo(201);
    }

    @Test
    void tenFailuresBlockOnlyTheirAddressAndAreAudited() {
        var shop = Shop.of(Api.of(node.address()));
        var email = shop.ana().get("auth/users/me/").ok().get("email").asString();
        for (int login = 0; login < 10; login++) {
            logIn("203.0.113.20", email, "guessed");
        }

        assertThat(logIn("203.0.113.20", email, PASSWORD).status()).isEqualTo(400);
        logIn("203.0.113.21", email, PASSWORD).ok();
        await().untilAsserted(() -> assertThat(shop.ana()
                        .get("organisations/" + shop.organisation() + "/audit/")
                        .ok()
                        .get("results")
                        .valueStream()
                        .map(line -> line.get("log").asString()))
                .containsOnlyOnce("Logins refused after too many that failed: " + email));
    }

    @Test
    void anonymousResponsesHaveNoPosition() {
        assertThat(position(logIn("203.0.113.40", TOO_LONG, "guessed"))).isEmpty();
        assertThat(position(register("203.0.113.40", "no address"))).isEmpty();
        assertThat(position(Api.of(node.address())
                        .with("X-Forwarded-For", "203.0.113.40")
                        .get("auth/login/")))
                .isEmpty();

        assertThat(position(register("203.0.113.40", "known@example.test"))).isPresent();
        assertThat(position(logIn("203.0.113.40", "known@example.test", PASSWORD)))
                .isPresent();
    }

    private static Optional<String> position(Api.Answer answer) {
        return answer.http().headers().firstValue("Flagledger-Position");
    }

    private static Api.Answer register(String from, String email) {
        return Api.of(node.address())
                .with("X-Forwarded-For", from)
                .post(
                        "auth/users/",
                        Map.of("email", email, "password", PASSWORD, "first_name", "Ana", "last_name", "Lopez"));
    }

    private static Api.Answer logIn(String from, String email, String password) {
        return Api.of(node.address())
                .with("X-Forwarded-For", from)
                .post("auth/login/", Map.of("email", email, "password", password));
    }
}
