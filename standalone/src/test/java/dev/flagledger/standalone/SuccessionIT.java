package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Servers that follow one another on one data directory. Each test begins with a running one. */
@TestInstance(Lifecycle.PER_CLASS)
class SuccessionIT {

    private static final int TERMINATED = 128 + 15;
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final DataDirectory directory;
    private @Nullable ServerProcess running;

    SuccessionIT(@TempDir Path temporary) throws IOException {
        this.directory = new DataDirectory(temporary.toRealPath().resolve("data"));
    }

    @BeforeEach
    void keepSomething() {
        running();
        directory.execute("drop table if exists kept");
        directory.execute("create table kept as select 'by the first'::text as note");
    }

    @AfterAll
    void killProcesses() {
        if (running != null) {
            running.close();
        }
        directory.close();
    }

    @Test
    void aTerminatedServerStopsPostgresAndTheNextOneResumes() {
        assertThat(ended().terminate()).isIn(0, TERMINATED);
        assertThat(directory.processes()).isEmpty();

        running();

        assertThat(kept()).isEqualTo("by the first");
    }

    @Test
    void aNextServerIsRejectedWhileOneIsRunning() {
        try (var next = ServerProcess.on(directory.path())) {
            assertThat(next.awaitExit()).isEqualTo(1);
            assertThat(next.output())
                    .startsWith("flagledger: The data directory " + directory.path() + " is in use")
                    .contains("process " + running().pid())
                    .hasLineCount(1);
        }
        assertThat(kept()).isEqualTo("by the first");
    }

    @Test
    void aKilledPostgresIsRestarted() {
        var health = Api.of(running().awaitReady());
        var killed = directory.postmaster();

        killed.destroyForcibly();

        await().atMost(A_WHILE).ignoreExceptions().untilAsserted(() -> {
            assertThat(directory.postmaster()).isNotEqualTo(killed);
            assertThat(health.get("/health").status()).isEqualTo(200);
        });
        assertThat(kept()).isEqualTo("by the first");
    }

    @Test
    void theDatabaseOfAKilledServerIsTakenOverWithAllAcknowledgedWrites() {
        var orphan = directory.postmaster();
        ended().kill();
        assertThat(directory.processes()).contains(orphan);

        running();

        assertThat(kept()).isEqualTo("by the first");
        assertThat(directory.processes()).isNotEmpty().doesNotContain(orphan);
        ended().terminate();
        assertThat(directory.processes()).isEmpty();
    }

    /** The running server, which is started if there is none. */
    private ServerProcess running() {
        var server = running;
        if (server == null) {
            server = ServerProcess.on(directory.path());
            running = server;
            server.awaitReady();
        }
        return server;
    }

    /** The running server, for its end. */
    private ServerProcess ended() {
        var server = running();
        running = null;
        return server;
    }

    private String kept() {
        return directory.query("select note from kept");
    }
}
