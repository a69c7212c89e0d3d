package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.flagledger.standalone.postgres.Database;
import dev.flagledger.standalone.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose data directory is on a small disk that fills up. */
class FullDiskIT {

    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final int LONG_TEXT = 20_000;

    /** Actions that undo the completed steps of the setup, the last step first. */
    private static final Deque<AutoCloseable> UNDO = new ArrayDeque<>();

    private static Path disk;
    private static DataDirectory directory;
    private static RunningNode node;

    @BeforeAll
    static void start(@TempDir Path temporary) throws Exception {
        disk = Files.createDirectory(temporary.toRealPath().resolve("disk"));
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=512m,mode=700", "tmpfs", disk.toString()),
                "needs Linux and the right to mount");
        UNDO.push(() -> succeeds("umount", "-l", disk.toString()));
        directory = new DataDirectory(disk.resolve("data"));
        UNDO.push(directory);
        var postgres = EmbeddedPostgres.claim(directory.path());
        UNDO.push(postgres);
        Database database = postgres.start();
        postgres.supervise();
        node = RunningNode.start(Role.ALL, 0, database);
        UNDO.push(node::close);
        node.awaitReady();
    }

    @AfterAll
    static void stop() {
        assertAll(UNDO.stream().map(step -> step::close));
    }

    @Test
    void writesFailForLackOfSpaceAndACrashedDatabaseRecovers() throws IOException {
        var shop = Shop.of(Api.of(node.address()));
        var reserve = directory.path().resolve("reserve");
        await().atMost(A_WHILE).until(() -> Files.exists(reserve));
        var filler = fill();

        Set<String> written = new HashSet<>();
        var refused = writeUntilRefused(shop, written);

        assertThat(refused.status()).as(refused.text()).isEqualTo(507);
        assertThat(refused.text()).contains("no space");
        assertThat(shop.application().get("flags/").ok()).hasSizeGreaterThanOrEqualTo(written.size());

        directory.postmaster().destroyForcibly();
        await().atMost(A_WHILE).until(() -> shop.ana().get(shop.features()).status() == 200);

        assertThat(reserve).doesNotExist();
        assertThat(names(shop)).containsAll(written);
        Files.delete(filler);
        var tries = new AtomicInteger();
        await().atMost(A_WHILE).untilAsserted(() -> {
            // A name is not tried again: a write that the dying database did not confirm may have come in.
            var feature = Map.of("name", "afterwards_" + tries.incrementAndGet());
            var answer = shop.ana().post(shop.features(), feature);
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        });
    }

    /** Writes texts that are long enough to need new pages of the database soon. */
    private static Api.Answer writeUntilRefused(Shop shop, Set<String> written) {
        while (true) {
            var name = "feature_" + written.size();
            var answer = shop.ana().post(shop.features(), Map.of("name", name, "initial_value", "x".repeat(LONG_TEXT)));
            if (answer.status() != 201) {
                return answer;
            }
            written.add(name);
        }
    }

    private static Set<String> names(Shop shop) {
        Set<String> names = new HashSet<>();
        shop.ana()
                .get(shop.features() + "?page_size=999")
                .ok()
                .get("results")
                .forEach(feature -> names.add(feature.get("name").asString()));
        return names;
    }

    private static Path fill() {
        var file = disk.resolve("filler");
        try (OutputStream filler = Files.newOutputStream(file)) {
            while (true) {
                filler.write(new byte[4_096]);
            }
        } catch (IOException full) {
            return file;
        }
    }

    private static boolean succeeds(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException unknown) {
            return false;
        }
    }
}
