package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.flagledger.standalone.contract.Contract;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every route of the OpenAPI document, asked well and badly a hundred times. Whatever is asked, the server does not fail, it keeps no
 * connection of the pool, and it writes no stack trace.
 */
class EveryRouteIT {

    /** Each of the two signals between nodes listens on one connection and speaks on another. */
    private static final int KEPT_BY_SIGNALS = 4;

    private static final int TIMES = 100;
    private static final int AT_ONCE = 10;
    private static final Map<String, String> FORM_WITHOUT_BOUNDARY = Map.of("Content-Type", "multipart/form-data");

    private static TestServer server;
    private static Walk walk;
    private static Calls calls;
    private static Logged logged;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start();
        walk = new Walk(server.address());
        calls = Calls.on(server);
        logged = Logged.byAll();
    }

    @AfterAll
    static void stop() {
        logged.close();
        server.close();
    }

    @Test
    void everyRouteIsCalled() {
        var document = server.api().get("openapi.json");
        var contract = Contract.of(document.text());
        var documented = new TreeSet<String>();
        document.json()
                .get("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    if (operation.has("responses")) {
                        documented.add(method.toUpperCase(Locale.ROOT) + " " + path);
                    }
                }));

        var called = calls.all().stream()
                .map(call -> call.method() + " "
                        + contract.template(call.method(), call.pathOnly()).orElse(call.path()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(called).isEqualTo(documented);
    }

    @Test
    void noRouteFailsOrKeepsAConnectionOrWritesAStackTrace() throws Exception {
        for (var call : calls.all()) {
            var statuses = hundredfold(call);

            assertThat(statuses).as(call.toString()).doesNotContain(500);
            await(call + " gives its connections back").until(() -> lent() <= KEPT_BY_SIGNALS);
            assertThat(logged.stackTraces()).as(call.toString()).isEmpty();
        }
    }

    private static List<Integer> hundredfold(Calls.Call call) throws Exception {
        var free = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Integer>>();
            for (int time = 0; time < TIMES; time++) {
                var variant = calls.variant(call, time);
                free.acquire();
                answers.add(threads.submit(() -> {
                    try {
                        return walk.status(variant.method(), variant.path(), variant.headers(), variant.body());
                    } finally {
                        free.release();
                    }
                }));
            }
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }

    private static int lent() throws SQLException {
        var pool = server.part(DataSource.class).unwrap(HikariDataSource.class);
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** What is no escape, or none of a character, in the value of each parameter that any route has. */
    @ParameterizedTest
    @CsvSource({"50%", "%zz", "%ff", "%c3%28", "%ed%a0%80", "%", "%e2%82", "%u0041"})
    void noQueryIsTooBrokenToBeAnswered(String text) throws IOException {
        var names = parameters();
        for (var call : calls.reads()) {
            var query = names.stream().map(name -> name + "=" + text).collect(Collectors.joining("&"));
            for (var one : List.of(query, "search=" + text, text, "search=x&" + text + "=" + text)) {
                var answer = walk.answer(call.method(), call.pathOnly() + "?" + one, call.headers(), "");

                assertThat(status(answer)).as(call + "?" + one + ": " + answer).isIn(200, 304, 400, 403, 404, 405);
            }
        }
    }

    @Test
    void aFormWithoutBoundaryIsRefusedEverywhere() throws IOException {
        for (var call : calls.all()) {
            var headers = new HashMap<>(call.headers());
            headers.putAll(FORM_WITHOUT_BOUNDARY);
            var answer = walk.answer(call.method(), call.path(), headers, call.isRead() ? "" : "--x\r\n");

            assertThat(status(answer)).as(call + ": " + answer).isLessThan(500);
            if (call.isRead() || call.method().equals("DELETE")) {
                assertThat(status(answer)).as(call + ": " + answer).isEqualTo(415);
                assertThat(answer).contains("{\"detail\":\"Unsupported Media Type\"}", "Flagsmith-Version: ");
            }
        }
        assertThat(logged.stackTraces()).isEmpty();
    }

    @Test
    void whatStandsInAQueryIsFoundAsItStands() throws IOException {
        var shop = Shop.in(server);
        shop.feature(Map.of("name", "50%_off"));
        shop.feature(Map.of("name", "50_off"));

        var answer = walk.answer(
                "GET", "/api/v1/" + shop.features() + "?search=50%", shop.ana().headers(), "");

        assertThat(status(answer)).isEqualTo(200);
        assertThat(answer).contains("\"count\":1", "50%_off");
    }

    private static Set<String> parameters() {
        var names = new TreeSet<String>();
        server.api().get("openapi.json").json().findParents("in").stream()
                .filter(parameter -> parameter.get("in").asString().equals("query"))
                .forEach(parameter -> names.add(parameter.get("name").asString()));
        return names;
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }
}
