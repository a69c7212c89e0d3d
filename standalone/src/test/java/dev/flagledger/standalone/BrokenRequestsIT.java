package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are malformed independently of their route, sent to every route: none fails, and none logs a stack trace. */
class BrokenRequestsIT {

    private static final TestServer SERVER = TestServer.shared();
    private static Walk walk;
    private static Calls calls;
    private static Logged logged;

    @BeforeAll
    static void start() throws IOException {
        walk = new Walk(SERVER.address());
        calls = Calls.on(SERVER);
        logged = Logged.byAll();
    }

    @AfterAll
    static void stop() {
        logged.close();
    }

    /** Invalid escapes, and escapes of invalid UTF-8, in the value of each parameter of any route. */
    @ParameterizedTest
    @ValueSource(strings = {"50%", "%zz", "%ff", "%c3%28", "%ed%a0%80", "%e2%82", "%u0041"})
    void invalidEscapesFailNoRequest(String text) throws IOException {
        var all = parameters().stream().map(name -> name + "=" + text).collect(Collectors.joining("&"));
        for (var call : withoutDirectories()) {
            for (var query : List.of(all, text + "=" + text)) {
                var answer = walk.answer("GET", call.pathOnly() + "?" + query, call.headers(), "");

                assertThat(status(answer))
                        .as(call + "?" + query + ": " + answer)
                        .isIn(200, 302, 400, 403, 404, 405);
            }
        }
        assertThat(logged.stackTraces()).isEmpty();
    }

    /** A directory's routes read nothing of a request before its token. */
    private static List<Calls.Call> withoutDirectories() {
        return calls.reads().stream()
                .filter(call -> !call.path().contains("/scim/v2/"))
                .toList();
    }

    @Test
    void anInvalidEscapeIsTakenLiterally() throws IOException {
        var shop = Shop.in(SERVER);
        shop.feature(Map.of("name", "50%_off"));
        shop.feature(Map.of("name", "50_off"));

        var path = "/api/v1/" + shop.features() + "?search=50%";
        var answer = walk.answer("GET", path, shop.ana().headers(), "");

        assertThat(status(answer)).isEqualTo(200);
        assertThat(answer).contains("\"count\":1", "50%_off");
    }

    @Test
    void aFormWithoutBoundaryIsRefusedWhereNoBodyIsExpected() throws IOException {
        for (var call : calls.all()) {
            if (call.isRead() || call.method().equals("DELETE")) {
                var answer = form(call, "multipart/form-data", "");

                assertThat(status(answer)).as(call + ": " + answer).isEqualTo(415);
                assertThat(answer).contains("{\"detail\":\"Unsupported Media Type\"}", "Flagsmith-Version: ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=x", "MULTIPART/form-data;boundary="})
    void anInvalidBoundaryFailsNoRequest(String type) throws IOException {
        for (var call : calls.all()) {
            // A logout ends the token of the other tests.
            boolean ends = call.method().equals("DELETE") || call.path().contains("/logout/");
            if (!ends && !call.path().startsWith("/sse/")) {
                var answer = form(call, type, call.isRead() ? "" : "no parts");

                assertThat(status(answer))
                        .as(call + ": " + answer)
                        .isLessThan(500)
                        .isNotEqualTo(413);
            }
        }
        assertThat(logged.stackTraces()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/organisations/", "/api/v1/projects/", "/api/v1/identities/", "/api/v1/traits/"})
    void aFormWithAnInvalidBoundaryIsRefusedLikeInvalidJson(String path) throws IOException {
        var call = calls.all().stream()
                .filter(known -> known.method().equals("POST") && known.path().equals(path))
                .findFirst()
                .orElseThrow();

        var answer = form(call, "multipart/form-data", "no parts");

        assertThat(status(answer)).isEqualTo(400);
        assertThat(answer).contains("{\"detail\":\"Multipart form parse error - not valid parts\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=none", "application/json;charset=\"%\""})
    void aBodyInAnUnknownCharacterSetIsRead(String type) throws IOException {
        var paths = Set.of("/api/v1/identities/", "/api/v1/projects/");
        for (var call : calls.all()) {
            if (paths.contains(call.path()) && (call.isRead() || call.method().equals("POST"))) {
                var answer = form(call, type, "{\"identifier\":\"ada\"}");
                assertThat(answer)
                        .as(call + ": " + answer)
                        .containsAnyOf("\"ada\"", "\"name\":[\"This field is required.\"]", "\"uuid\":");
            }
        }
        assertThat(logged.stackTraces()).isEmpty();
    }

    @Test
    void aHeaderThatIsTooLargeHasItsOwnStatus() throws IOException {
        var large = walk.answer("GET", "/health", Map.of("X-Large", "x".repeat(9_000)), "");
        assertThat(large).startsWith("HTTP/1.1 431").contains("{\"detail\":\"Request Header Fields Too Large\"}");
        var tooLong = walk.answer("GET", "/" + "x".repeat(9_000), Map.of(), "");
        assertThat(tooLong).startsWith("HTTP/1.1 414").contains("{\"detail\":\"URI Too Long\"}");
    }

    /** Also by handlers other than controllers. */
    @Test
    void aPositionBeyondTheLogIsRefusedAtOnce() throws Exception {
        var answers = new LinkedHashMap<Calls.Call, Future<String>>();
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (var call : withoutDirectories()) {
                if (call.path().startsWith("/api/") && !call.path().contains("/auth/")) {
                    var headers = new HashMap<>(call.headers());
                    headers.put("Flagledger-Position", "999999999999");
                    answers.put(call, threads.submit(() -> walk.answer("GET", call.path(), headers, "")));
                }
            }
        }

        assertThat(answers).isNotEmpty();
        for (var answer : answers.entrySet()) {
            assertThat(status(answer.getValue().get())).as(answer.toString()).isEqualTo(400);
        }
    }

    private static String form(Calls.Call call, String type, String body) throws IOException {
        var headers = new HashMap<>(call.headers());
        headers.put("Content-Type", type);
        return walk.answer(call.method(), call.path(), headers, body);
    }

    private static Set<String> parameters() {
        var names = new TreeSet<String>();
        SERVER.api().get("openapi.json").json().findParents("in").stream()
                .filter(parameter -> parameter.get("in").asString().equals("query"))
                .forEach(parameter -> names.add(parameter.get("name").asString()));
        return names;
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }
}
