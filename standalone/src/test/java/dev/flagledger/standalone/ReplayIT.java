package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.flagledger.ledger.projection.Projections;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rebuilds on request, by the command and by the endpoint of the management port. */
class ReplayIT {

    private static final String NOTHING = "{\"running\":[]}";

    private static final TestServer SERVER = Management.server();
    private static final Management MANAGEMENT = Management.ofServer();

    private final ReplayRuns runs = new ReplayRuns();

    @Test
    void theCommandReturnsWhenTheSameRowsHaveBeenWrittenAgain() {
        var shop = Shop.in(SERVER);
        shop.feature(Map.of("name", "basket"));
        var before = shop.ana().get(shop.events()).ok();
        var table = table();

        assertThat(runs.replay("audit", "--server", MANAGEMENT.address().toString()))
                .isZero();

        assertThat(runs.out()).endsWith("Rebuilt audit." + System.lineSeparator());
        assertThat(table()).isNotEqualTo(table);
        assertThat(shop.ana().get(shop.events()).ok()).isEqualTo(before);
        assertThat(running()).isEqualTo(NOTHING);
    }

    /** A rebuild may be over before it is asked how far it is; then the next one is. */
    @Test
    void theEndpointTellsHowFarARebuildIs() {
        Shop.in(SERVER);
        var asked = HttpRequest.newBuilder(MANAGEMENT.address().resolve("/replay"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"audit\"}"));

        var told = await().until(() -> Management.send(asked).body(), body -> !body.equals(NOTHING));

        var progress = Pattern.compile("\\{\"running\":\\[\\{\"name\":\"audit\",\"position\":(\\d+),\"of\":(\\d+)}]}")
                .matcher(told);
        assertThat(progress.matches()).as(told).isTrue();
        assertThat(Long.parseLong(progress.group(2)))
                .isPositive()
                .isGreaterThanOrEqualTo(Long.parseLong(progress.group(1)));
        await().atMost(Duration.ofSeconds(60)).until(() -> running().equals(NOTHING));
    }

    @Test
    void theStateInMemoryIsThatOfTheLog() {
        var shop = Shop.in(SERVER);
        int feature = shop.feature(Map.of("name", "basket"));
        shop.ana().patch(shop.stateOf(feature), Map.of("enabled", true)).ok();
        shop.segment("beta", "plan", "pro");

        assertThat(runs.replay("memory", "--server", MANAGEMENT.address().toString()))
                .isZero();
        assertThat(runs.out()).startsWith("The state in memory is that of the log.");
        assertThat(MANAGEMENT.get("/replay/memory").body()).contains("\"differing\":[]");
        assertThat(MANAGEMENT.get("/replay/other").statusCode()).isEqualTo(404);
    }

    @Test
    void aReadModelThatDoesNotExistIsNotRebuilt() {
        assertThat(runs.replay("webhooks", "--server", MANAGEMENT.address().toString()))
                .isEqualTo(2);
        assertThat(runs.err()).contains("The server has no read model called webhooks.");
        Projections<?> projections = SERVER.part(Projections.class);
        assertThat(projections.readModels()).containsExactly("audit");
    }

    @Test
    void aServerThatCannotBeAskedIsReported() {
        assertThat(runs.replay("--server", "http://127.0.0.1:1")).isEqualTo(1);
        assertThat(runs.err()).startsWith("flagledger: ");
    }

    @Test
    void otherMachinesReadTheMetricsOnly() throws IOException {
        try (var open =
                TestServer.start(Map.of("flagledger.metrics-port", "0", "flagledger.metrics-address", "0.0.0.0"))) {
            var management = Management.of(open);
            var replay = management.elsewhere("/replay");
            assumeTrue(replay.isPresent(), "needs an address besides the loopback one");

            assertThat(Management.send(HttpRequest.newBuilder(replay.get().resolve("/metrics")))
                            .statusCode())
                    .isEqualTo(200);
            for (var path : List.of("/replay", "/replay/memory", "/replay/identities", "/replay/other")) {
                var request = HttpRequest.newBuilder(replay.get().resolve(path)).header("X-Forwarded-For", "127.0.0.1");
                assertThat(Management.send(request).statusCode()).as(path).isEqualTo(403);
            }
            var rebuild = HttpRequest.newBuilder(replay.get())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"name\":\"audit\"}"));
            assertThat(Management.send(rebuild).statusCode()).isEqualTo(403);
            assertThat(runs.replay("--server", replay.get().toString())).isEqualTo(1);
            assertThat(runs.err()).contains("only callers on its own machine");
            assertThat(management.get("/replay").body()).isEqualTo(NOTHING);
        }
    }

    @Test
    void theServerMustBeGiven() {
        assertThat(runs.replay()).isEqualTo(2);
        assertThat(runs.err()).contains("--server");
    }

    private static String running() {
        return MANAGEMENT.get("/replay").body();
    }

    /** The identity of the table, which a rebuild replaces. */
    private static @Nullable Object table() {
        return SERVER.part(JdbcClient.class)
                .sql("select 'query.audit_event'::regclass::oid::bigint")
                .query()
                .singleValue();
    }
}
