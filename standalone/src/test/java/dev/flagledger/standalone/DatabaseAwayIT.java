package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.standalone.postgres.Database;
import dev.flagledger.standalone.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node answers whose PostgreSQL was killed, and that it goes on by itself once that is back. */
class DatabaseAwayIT {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private static DataDirectory directory;
    private static EmbeddedPostgres postgres;
    private static RunningNode node;
    private static Shop shop;

    @BeforeAll
    static void start(@TempDir Path temporary) throws IOException {
        directory = new DataDirectory(temporary.toRealPath().resolve("data"));
        postgres = EmbeddedPostgres.claim(directory.path());
        Database database = postgres.start();
        node = RunningNode.start(Role.ALL, 0, database);
        node.awaitReady();
        shop = Shop.of(Api.of(node.address()));
    }

    @AfterAll
    static void stop() throws IOException {
        node.close();
        postgres.close();
        directory.close();
    }

    @Test
    void whatNeedsTheDatabaseIsSoonRefusedAndTheRestGoesOn() throws Exception {
        int basket = shop.feature(Map.of("name", "basket"));
        var state = shop.stateOf(basket);
        kill();

        assertThat(shop.application().get("flags/").status()).isEqualTo(200);
        assertThat(Api.of(node.address()).get("/health/liveness").status()).isEqualTo(200);
        var unready = Api.of(node.address()).get("/health");
        assertThat(unready.status()).isEqualTo(503);
        assertThat(unready.text()).contains("database");
        var write = shop.ana().patch(state, Map.of("enabled", true));
        assertThat(write.status()).isEqualTo(503);
        assertThat(write.http().headers().firstValue("Retry-After")).hasValue("5");
        assertThat(write.text())
                .isEqualTo("{\"detail\":\"The database cannot be reached at the moment. Try again soon.\"}");
        assertThat(statusesOf(30, () -> shop.ana().get(shop.features()))).containsOnly(503);

        postgres.start();

        await().atMost(A_WHILE)
                .until(() -> Api.of(node.address()).get("/health").status() == 200);
        shop.ana().patch(state, Map.of("enabled", true)).ok();
        assertThat(shop.application().get("flags/").ok().get(0).get("enabled").asBoolean())
                .isTrue();
    }

    private static List<Integer> statusesOf(int times, Supplier<Api.Answer> request) {
        return IntStream.range(0, times).mapToObj(_ -> request.get().status()).toList();
    }

    private static void kill() throws Exception {
        var processes = directory.processes();
        directory.postmaster().destroyForcibly();
        for (var process : processes) {
            process.onExit().get(10, TimeUnit.SECONDS);
        }
    }
}
