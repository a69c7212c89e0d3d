package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Responses about identities from memory are identical to those of the servlet, which handles every POST with a query and every
 * body that does not arrive with the header.
 */
class IdentitiesFromMemoryIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final String PATH = "/api/v1/identities/";
    private static final String BOB =
            "{\"identifier\": \"bob@shop.test\", \"traits\": [{\"trait_key\": \"plan\", \"trait_value\": \"pro\"}]}";

    private Shop shop;
    private String serverKey;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        shop.feature(Map.of("name", "basket", "initial_value", "red ".repeat(100)));
        int banner = shop.feature(Map.of("name", "banner"));
        int pros = shop.segment("pros", "plan", "pro");
        shop.ana()
                .post(
                        "environments/" + shop.key() + "/features/" + banner + "/create-segment-override/",
                        Map.of(
                                "feature_segment",
                                Map.of("segment", pros),
                                "enabled",
                                true,
                                "feature_state_value",
                                Map.of("type", "unicode", "string_value", "for pros")))
                .ok();
        var backend = shop.backend();
        serverKey = Objects.requireNonNull(backend.headers().get("X-Environment-Key"));
        backend.post(
                        "identities/",
                        Map.of(
                                "identifier",
                                "bob@shop.test",
                                "traits",
                                List.of(Map.of("trait_key", "plan", "trait_value", "pro"))))
                .ok();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/json",
                "Content-Type: application/json; charset=utf-8",
                "Accept: text/html",
                "Origin: https://shop.test",
                "Accept-Encoding: gzip",
            })
    void aCachedResponseIsSentWithTheSameHeaders(String header) throws Exception {
        for (var key : List.of(serverKey, shop.key())) {
            var lines = List.of("X-Environment-Key: " + key, header);
            for (var path : List.of(PATH, "/api/v1/identities")) {
                var request = RawRequest.post(path, BOB, lines);
                assertThat(fromMemory(request))
                        .startsWith("HTTP/1.1 200")
                        .contains("for pros")
                        .isEqualTo(response(request))
                        .isEqualTo(response(RawRequest.post(path + "?x", BOB, lines)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?identifier=bob@shop.test
            ?identifier=bob%40shop.test
            ?identifier=%62ob%40shop%2Etest
            """)
    void aCachedResponseToAGetIsSentWithTheSameHeaders(String query) throws Exception {
        var lines = List.of("X-Environment-Key: " + serverKey);
        var request = RawRequest.of("GET", PATH + query, lines, "");

        assertThat(fromMemory(request))
                .startsWith("HTTP/1.1 200")
                .isEqualTo(response(request))
                .isEqualTo(response(RawRequest.of("GET", PATH + query + "&x=", lines, "")));
    }

    /** The servlet reads the body that was read ahead. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            200 | {"identifier": "eve"}
            200 | {"identifier": "bob@shop.test", "traits": [{"trait_key": "plan", "trait_value": "free"}]}
            200 | {"identifier": "bob@shop.test", "traits": [{"trait_key": "plan", "trait_value": null}]}
            200 | {"identifier": "bob@shop.test", "traits": [{"trait_key": "age", "trait_value": 42}]}
            200 | {"identifier": "bob@shop.test", "traits": [{"trait_key": "age", "trait_value": 42, "transient": true}]}
            200 | {"identifier": "bob@shop.test", "transient": true}
            200 | {"identifier": null, "traits": [{"trait_key": "plan", "trait_value": "pro"}]}
            200 | {"identifier": "bob@shop.test", "transient": true, "traits": [{"trait_key": "plan", "trait_value": "free"}]}
            400 | {"identifier": "bob@shop.test", "traits": "plan"}
            400 | {"identifier": "bob@shop.test", "traits": [{"trait_key": "plan", "trait_value": 1e999}]}
            400 | {"identifier": "bob@shop.test"
            400 | {"identifier": "bob@shop.test"} {}
            400 | ["bob@shop.test"]
            400 | null
            """)
    void otherReportsAreLeftWithTheirBody(int status, String body) throws Exception {
        var lines = List.of("X-Environment-Key: " + serverKey, "Content-Type: application/json");

        assertThat(response(RawRequest.post(PATH, BOB, lines))).startsWith("HTTP/1.1 200");
        assertThat(fromMemoryAtOnce(RawRequest.post(PATH, body, lines))).startsWith("HTTP/1.1 404");
        assertThat(response(RawRequest.post(PATH, body, lines)))
                .startsWith("HTTP/1.1 " + status)
                .isEqualTo(RawRequest.responseInPieces(SERVER, RawRequest.post(PATH, body, lines)))
                .isEqualTo(response(RawRequest.chunked(PATH, body, lines)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | Flagledger-Position: 1
            100 | Expect: 100-continue
            400 | Flagledger-Position: soon
            200 | Content-Type: application/x-www-form-urlencoded
            415 | Content-Type: text/plain
            403 | X-Environment-Key: nobodys
            """)
    void unusualRequestsAreLeft(int status, String header) throws Exception {
        var key = "X-Environment-Key: " + serverKey;
        var lines = header.startsWith("X-") ? List.of(header) : List.of(key, header);

        assertThat(response(RawRequest.post(PATH, BOB, List.of(key)))).startsWith("HTTP/1.1 200");
        assertThat(fromMemoryAtOnce(RawRequest.post(PATH, BOB, lines))).startsWith("HTTP/1.1 404");
        assertThat(response(RawRequest.post(PATH, BOB, lines))).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void theHeadersOfAHeadAreThoseOfAGet() throws Exception {
        var lines = List.of("X-Environment-Key: " + serverKey);
        var get = response(RawRequest.of("GET", PATH + "?identifier=bob@shop.test", lines, ""));

        assertThat(response(RawRequest.of("HEAD", PATH + "?identifier=bob@shop.test", lines, "")))
                .isEqualTo(get.substring(0, get.indexOf("\r\n\r\n") + 4));
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        var lines = List.of("X-Environment-Key: " + serverKey);
        var reported = BOB.replace("pro\"", "free\"");
        var requests = List.of(
                RawRequest.post(PATH, BOB, lines),
                RawRequest.post(PATH, reported, lines),
                RawRequest.of("GET", "/api/v1/flags/", lines, ""),
                RawRequest.post(PATH, reported, lines));
        var expected = new StringBuilder();
        for (var request : requests) {
            expected.append(response(request));
        }
        response(RawRequest.post(PATH, BOB, lines));

        var pipelined = new StringBuilder();
        for (int at = 0; at < requests.size(); at++) {
            boolean last = at == requests.size() - 1;
            pipelined.append(last ? requests.get(at) : requests.get(at).replace("Connection: close\r\n", ""));
        }
        assertThat(response(pipelined.toString()).replace("Connection: close\r\n", ""))
                .isEqualTo(expected.toString().replace("Connection: close\r\n", ""));
    }

    @ParameterizedTest
    @CsvSource({"hide_sensitive_data, true", "allow_client_traits, false", "hide_disabled_flags, true"})
    void settingsOfTheEnvironmentApply(String setting, boolean value) throws Exception {
        var lines = List.of("X-Environment-Key: " + shop.key());
        var before = response(RawRequest.post(PATH, BOB, lines));

        shop.ana()
                .patch("environments/" + shop.key() + "/", Map.of(setting, value))
                .ok();

        for (var body : List.of(BOB, BOB.replace("pro", "free"))) {
            assertThat(response(RawRequest.post(PATH, body, lines)))
                    .isEqualTo(RawRequest.responseInPieces(SERVER, RawRequest.post(PATH, body, lines)))
                    .isEqualTo(response(RawRequest.post(PATH + "?x", body, lines)))
                    .isNotEqualTo(before);
        }
    }

    @Test
    void aChangeIsInTheNextResponse() throws Exception {
        var lines = List.of("X-Environment-Key: " + serverKey);
        var asked = RawRequest.of("GET", PATH + "?identifier=bob@shop.test", lines, "");
        assertThat(response(asked)).contains("for pros").doesNotContain("\"age\"");

        shop.backend()
                .post(
                        "traits/",
                        Map.of(
                                "identity",
                                Map.of("identifier", "bob@shop.test"),
                                "trait_key",
                                "age",
                                "trait_value",
                                42))
                .ok();
        assertThat(response(asked)).contains("\"age\"");

        shop.feature(Map.of("name", "search"));
        assertThat(response(asked)).contains("\"search\"");
    }

    @Test
    void eachRequestIsCountedOnce() throws Exception {
        var lines = List.of("X-Environment-Key: " + shop.key());
        int before = counted();

        for (int times = 0; times < 5; times++) {
            response(RawRequest.post(PATH, BOB, lines));
        }
        boolean remembered = fromMemoryAtOnce(RawRequest.post(PATH, BOB, lines)).startsWith("HTTP/1.1 200");

        assertThat(counted()).isEqualTo(before + 5 + (remembered ? 1 : 0));
    }

    private int counted() {
        return shop.ana()
                .get("organisations/" + shop.organisation() + "/usage-data/")
                .ok()
                .get(0)
                .get("identities")
                .asInt();
    }

    /** Returns the response once it comes from memory: the identity is cached for a few seconds after the servlet's response. */
    private static String fromMemory(String request) {
        return await().until(
                        () -> {
                            response(request);
                            return fromMemoryAtOnce(request);
                        },
                        response -> response.startsWith("HTTP/1.1 200"));
    }

    private static String fromMemoryAtOnce(String request) throws Exception {
        return RawRequest.withoutTimes(FromMemory.response(SERVER, request));
    }

    private static String response(String request) throws IOException {
        return RawRequest.response(SERVER, request);
    }
}
