package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What administrators write and read, and how they are refused, by the admin sheets of the contract. */
class AdminIT {

    private static final String REQUIRED = "[\"This field is required.\"]";
    private static final String FORBIDDEN = "{\"detail\":\"You do not have permission to perform this action.\"}";

    private static TestServer server;
    private static Shop shop;
    private static int feature;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        shop = Shop.in(server);
        feature = shop.feature(Map.of("name", "Taken"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> badInput() {
        var long2001 = "x".repeat(2001);
        return Stream.of(
                arguments("POST", "organisations/", "{}", "{\"name\":" + REQUIRED + "}"),
                arguments("POST", "organisations/", "{\"name\":null}", "{\"name\":[\"This field may not be null.\"]}"),
                arguments(
                        "POST", "organisations/", "{\"name\":\"  \"}", "{\"name\":[\"This field may not be blank.\"]}"),
                arguments("POST", "organisations/", "{\"name\":[]}", "{\"name\":[\"Not a valid string.\"]}"),
                arguments(
                        "POST",
                        "organisations/",
                        "{\"name\":\"" + long2001 + "\"}",
                        "{\"name\":[\"Ensure this field has no more than 2000 characters.\"]}"),
                arguments(
                        "POST",
                        "organisations/",
                        "[]",
                        "{\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got list.\"]}"),
                arguments("POST", "projects/", "{\"name\":\"p\"}", "{\"organisation\":" + REQUIRED + "}"),
                arguments(
                        "POST",
                        "projects/",
                        "{\"name\":\"p\",\"organisation\":\"x\"}",
                        "{\"organisation\":[\"A valid integer is required.\"]}"),
                arguments(
                        "POST",
                        "projects/",
                        "{\"name\":\"Shop\",\"organisation\":ORG}",
                        "{\"non_field_errors\":[\"A project with this name already exists.\"]}"),
                arguments(
                        "POST",
                        "environments/",
                        "{\"name\":\"Staging\",\"project\":PROJECT}",
                        "{\"non_field_errors\":[\"An environment with this name already exists.\"]}"),
                arguments(
                        "POST",
                        "environments/",
                        "{\"name\":\"x\",\"project\":PROJECT,\"api_key\":\"KEY\"}",
                        "{\"api_key\":[\"environment with this api key already exists.\"]}"),
                arguments(
                        "POST",
                        "environments/",
                        "{\"name\":\"x\",\"project\":PROJECT,\"hide_sensitive_data\":\"perhaps\"}",
                        "{\"hide_sensitive_data\":[\"Must be a valid boolean.\"]}"),
                arguments(
                        "POST",
                        "projects/PROJECT/features/",
                        "{\"name\":\"tAKEN\"}",
                        "{\"name\":[\"Feature with that name already exists for this project."
                                + " Note that feature names are case insensitive.\"]}"),
                arguments(
                        "POST",
                        "projects/PROJECT/features/",
                        "{\"name\":\"x\",\"type\":\"CONFIG\"}",
                        "{\"type\":[\"\\\"CONFIG\\\" is not a valid choice.\"]}"),
                arguments(
                        "POST",
                        "projects/PROJECT/features/",
                        "{\"name\":\"x\",\"initial_value\":false}",
                        "{\"initial_value\":[\"Not a valid string.\"]}"),
                arguments(
                        "POST",
                        "projects/PROJECT/features/",
                        "{\"name\":\"x\",\"initial_value\":\"" + "v".repeat(20001) + "\"}",
                        "{\"initial_value\":[\"Ensure this field has no more than 20000 characters.\"]}"),
                arguments(
                        "PUT",
                        "environments/KEY/featurestates/STATE/",
                        "{\"feature_state_value\":{}}",
                        "{\"string_value\":[\"Not a valid string.\"]}"),
                arguments(
                        "PUT",
                        "environments/KEY/featurestates/STATE/",
                        "{\"feature_state_value\":3000000000}",
                        "{\"integer_value\":[\"Ensure this value is less than or equal to 2147483647.\"]}"),
                arguments(
                        "PUT",
                        "environments/KEY/featurestates/STATE/",
                        "{\"feature\":999999}",
                        "{\"feature\":[\"Cannot change the feature of a feature state\"]}"),
                arguments(
                        "PATCH",
                        "environments/KEY/featurestates/STATE/",
                        "{\"enabled\":\"maybe\"}",
                        "{\"enabled\":[\"Must be a valid boolean.\"]}"));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void badInputIsRefusedInTheWordsOfTheContract(String method, String path, String body, String refusal) {
        var before = position();

        var answer = shop.ana().send(method, filled(path), filled(body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo(refusal);
        assertThat(position()).as("nothing was recorded").isEqualTo(before);
    }

    static Stream<Arguments> strangersRequests() {
        return Stream.of(
                arguments("GET", "organisations/ORG/", 403),
                arguments("GET", "organisations/ORG/users/", 403),
                arguments("GET", "organisations/ORG/projects/", 404),
                arguments("GET", "projects/PROJECT/", 404),
                arguments("PATCH", "projects/PROJECT/", 404),
                arguments("GET", "projects/PROJECT/features/", 404),
                arguments("POST", "projects/PROJECT/features/", 403),
                arguments("GET", "projects/PROJECT/environments/", 403),
                arguments("GET", "environments/KEY/", 403),
                arguments("PATCH", "environments/KEY/", 403),
                arguments("GET", "environments/nope/", 404),
                arguments("GET", "environments/KEY/featurestates/", 403),
                arguments("GET", "environments/nope/featurestates/", 403),
                arguments("PATCH", "environments/KEY/featurestates/STATE/", 403),
                arguments("GET", "environments/KEY/webhooks/", 403),
                arguments("POST", "environments/KEY/webhooks/", 403),
                arguments("POST", "environments/", 403));
    }

    @ParameterizedTest
    @MethodSource("strangersRequests")
    void strangersSeeAndChangeNothing(String method, String path, int status) {
        var stranger = server.api().newUser();

        var answer = method.equals("GET")
                ? stranger.get(filled(path))
                : stranger.send(method, filled(path), filled("{\"name\":\"x\",\"project\":PROJECT}"));

        assertThat(answer.status()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.text()).isEqualTo(FORBIDDEN);
        }
    }

    @Test
    void strangersListsAreEmpty() {
        var stranger = server.api().newUser();

        assertThat(stranger.get("organisations/").ok().get("count").asInt()).isZero();
        assertThat(stranger.get("projects/").ok()).isEmpty();
        assertThat(stranger.get("environments/?project=" + shop.project())
                        .ok()
                        .get("count")
                        .asInt())
                .isZero();
    }

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
    void whoeverIsNotKnownIsToldWhy(String authorization, String detail) {
        var answer = server.api().with("Authorization", authorization).get("organisations/");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).isEqualTo("{\"detail\":\"" + detail + "\"}");
        assertThat(answer.http().headers().firstValue("WWW-Authenticate")).hasValue("Cookie realm=\"api\"");
    }

    @Test
    void theTokenIsTheSameAtEveryLoginUntilLogout() {
        var email = "bo-" + UUID.randomUUID() + "@example.test";
        var account = Map.of("email", email, "password", "un-guess-able 7", "first_name", "Bo", "last_name", "Ek");
        var registered = server.api().post("auth/users/", account).ok();
        var login = Map.of("email", email.toUpperCase(Locale.ROOT), "password", "un-guess-able 7");
        var junk = server.api().with("Authorization", "Token");

        var first = junk.post("auth/login/", login).ok().get("key").asString();
        var second = server.api().post("auth/login/", login).ok().get("key").asString();
        var bo = server.api().with("Authorization", "Token " + first);
        assertThat(bo.get("auth/users/me/").ok().get("email").asString()).isEqualTo(email);
        assertThat(bo.post("auth/logout/", Map.of()).status()).isEqualTo(204);

        assertThat(first)
                .matches("[0-9a-f]{40}")
                .isEqualTo(second)
                .isEqualTo(registered.get("key").asString());
        assertThat(bo.get("auth/users/me/").status()).isEqualTo(401);
        assertThat(server.api().post("auth/login/", login).ok().get("key").asString())
                .isNotEqualTo(first);
    }

    @Test
    void weakPasswordsAndTakenAddressesAreRefused() {
        var email = "cy-" + UUID.randomUUID() + "@example.test";
        var account = Map.of("email", email, "password", "password", "first_name", "Cy", "last_name", "Li");
        assertThat(server.api().post("auth/users/", account).text())
                .isEqualTo("{\"password\":[\"This password is too common.\"]}");
        var good = Map.of("email", email, "password", "un-guess-able 7", "first_name", "Cy", "last_name", "Li");
        server.api().post("auth/users/", good).ok();
        assertThat(server.api().post("auth/users/", good).text())
                .isEqualTo("{\"email\":[\"Email already exists. Please log in.\"]}");
        assertThat(server.api()
                        .post("auth/login/", Map.of("email", email, "password", "wrong"))
                        .text())
                .isEqualTo("{\"non_field_errors\":[\"Unable to log in with provided credentials.\"]}");
    }

    @Test
    void aFeatureStateIsReadAsItWasPut() {
        var path = filled("environments/KEY/featurestates/STATE/");

        var put = shop.ana()
                .put(path, Map.of("enabled", true, "feature_state_value", "  x "))
                .ok();

        assertThat(shop.ana().get(path).ok()).isEqualTo(put);
        assertThat(put.get("feature_state_value").asString()).isEqualTo("x");
        assertThat(shop.ana().patch(path, Map.of("enabled", false)).text())
                .isEqualTo("{\"feature\":" + feature + ",\"enabled\":false}");
        assertThat(shop.ana()
                        .get(filled("environments/KEY/featurestates/999999/"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFeatureMadeBeforeItsEnvironmentHasAStateThereToo() {
        var other = Shop.in(server);
        other.feature(Map.of("name", "early", "default_enabled", true));

        var key = other.ana()
                .post("environments/", Map.of("name", "Later", "project", other.project()))
                .ok()
                .get("api_key")
                .asString();

        var flags = server.api().with("X-Environment-Key", key).get("flags/").ok();
        assertThat(flags.get(0).get("enabled").asBoolean()).isTrue();
    }

    @Test
    void bodiesThatAreTooLargeOrNoJsonAreRefused() {
        assertThat(shop.ana()
                        .send("POST", "organisations/", "{\"name\":\"" + "x".repeat(1 << 21) + "\"}")
                        .status())
                .isEqualTo(413);
        var broken = shop.ana().send("POST", "organisations/", "{\"name\":");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.json().get("detail").asString()).startsWith("JSON parse error - ");
        var xml = shop.ana().with("Content-Type", "application/xml").send("POST", "organisations/", "<a/>");
        assertThat(xml.status()).isEqualTo(415);
        assertThat(xml.text()).isEqualTo("{\"detail\":\"Unsupported media type \\\"application/xml\\\" in request.\"}");
        assertThat(shop.ana().delete("organisations/").status()).isEqualTo(405);
        assertThat(shop.ana().get("projects/abc/").text()).isEqualTo("{\"detail\":\"Not found.\"}");
        assertThat(shop.ana().get("nothing/here/").json().has("detail")).isFalse();
    }

    private static String filled(String text) {
        return text.replace("ORG", Integer.toString(shop.organisation()))
                .replace("PROJECT", Integer.toString(shop.project()))
                .replace("KEY", shop.key())
                .replace("STATE", Integer.toString(shop.state(feature)));
    }

    private static long position() {
        var headers = shop.ana().get("organisations/").http().headers();
        return headers.firstValueAsLong("Flagledger-Position").orElseThrow();
    }
}
