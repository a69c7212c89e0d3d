package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.flagledger.standalone.contract.Contract;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Calls every route of the OpenAPI document a hundred times, with valid and invalid requests. The server does not fail, leaks no
 * connection of the pool, and logs no stack trace.
 */
class EveryRouteIT {

    /** Of logins with Google and GitHub, which are not set up here. */
    private static final int NOBODY_TO_ASK = 502;

    /** Each of the three signals between nodes listens on one connection and sends on another; a seventh writes commits. */
    private static final int KEPT = 7;

    private static final int TIMES = 100;
    private static final int AT_ONCE = 10;

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
    void noRouteFailsOrLeaksAConnectionOrLogsAStackTrace() throws Exception {
        for (var call : calls.all()) {
            var statuses = hundredfold(call);

            assertThat(statuses).as(call.toString()).allMatch(status -> status < 500 || status == NOBODY_TO_ASK);
            await(call + " gives its connections back")
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> lent() <= KEPT);
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
}
