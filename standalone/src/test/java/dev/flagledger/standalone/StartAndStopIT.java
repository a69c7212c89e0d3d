package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start and end of the server's process and of its PostgreSQL, including crashes. */
class StartAndStopIT {

    private static final int TERMINATED = 128 + 15;
    private static final int OUT_OF_MEMORY = 3;
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final DataDirectory directory;

    StartAndStopIT(@TempDir Path temporary) throws IOException {
        this.directory = new DataDirectory(temporary.toRealPath().resolve("data"));
    }

    @AfterEach
    void killProcesses() {
        directory.close();
    }

    @Test
    void aTerminatedServerStopsPostgresAndTheNextOneResumesAndRejectsOthers() {
        try (ServerProcess first = ServerProcess.on(directory.path())) {
            first.awaitReady();
            directory.execute("create table kept as select 'by the first'::text as note");

            assertThat(first.terminate()).isIn(0, TERMINATED);
            assertThat(directory.processes()).isEmpty();
        }
        try (ServerProcess second = ServerProcess.on(directory.path())) {
            second.awaitReady();

            assertThat(directory.query("select note from kept")).isEqualTo("by the first");
            assertANextOneIsRejected(second);
        }
    }

    private void assertANextOneIsRejected(ServerProcess running) {
        try (ServerProcess next = ServerProcess.on(directory.path())) {
            assertThat(next.awaitExit()).isEqualTo(1);
            assertThat(next.output())
                    .startsWith("flagledger: The data directory " + directory.path() + " is in use")
                    .contains("process " + running.pid())
                    .hasLineCount(1);
        }
        assertThat(directory.query("select 'unharmed'")).isEqualTo("unharmed");
    }

    @Test
    void aKilledPostgresIsRestarted() {
        try (ServerProcess server = ServerProcess.on(directory.path())) {
            var health = Api.of(server.awaitReady());
            directory.execute("create table kept as select 'before the kill'::text as note");
            var killed = directory.postmaster();

            killed.destroyForcibly();

            await().atMost(A_WHILE).ignoreExceptions().untilAsserted(() -> {
                assertThat(directory.postmaster()).isNotEqualTo(killed);
                assertThat(health.get("/health").status()).isEqualTo(200);
            });
            assertThat(directory.query("select note from kept")).isEqualTo("before the kill");
        }
    }

    @Test
    void theDatabaseOfAKilledServerIsTakenOverWithAllAcknowledgedWrites() {
        ProcessHandle orphan;
        try (ServerProcess killed = ServerProcess.on(directory.path())) {
            killed.awaitReady();
            directory.execute("create table kept as select 'before the kill'::text as note");
            orphan = directory.postmaster();
            killed.kill();
        }
        assertThat(directory.processes()).contains(orphan);

        try (ServerProcess next = ServerProcess.on(directory.path())) {
            next.awaitReady();

            assertThat(directory.query("select note from kept")).isEqualTo("before the kill");
            assertThat(directory.processes()).isNotEmpty().doesNotContain(orphan);
            next.terminate();
            assertThat(directory.processes()).isEmpty();
        }
    }

    @Test
    void aKilledFirstStartDoesNotDamageTheDirectory() {
        try (ServerProcess killed = ServerProcess.on(directory.path())) {
            await().pollInSameThread().until(this::isInitialising);
            killed.kill();
        }
        assertThat(directory.path().resolve("postgres")).doesNotExist();

        try (ServerProcess next = ServerProcess.on(directory.path())) {
            next.awaitReady();

            assertThat(directory.query("select 'ready'")).isEqualTo("ready");
            assertThat(isInitialising()).isFalse();
        }
    }

    @Test
    void aServerThatRunsOutOfMemoryExits() {
        try (ServerProcess server = ServerProcess.start(
                Map.of("FLAGLEDGER_JAVA_OPTS", "-Xmx16m"),
                List.of("--port", "0", "--data", directory.path().toString()))) {
            assertThat(server.awaitExit()).isEqualTo(OUT_OF_MEMORY);
        }
    }

    @Test
    void aPortInUseIsRejectedBeforeAnythingIsStarted() throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                ServerProcess server = ServerProcess.start(
                        Map.of(),
                        List.of(
                                "--data",
                                directory.path().toString(),
                                "--port",
                                Integer.toString(taken.getLocalPort())))) {
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.output())
                    .startsWith("flagledger: Cannot listen on port " + taken.getLocalPort())
                    .hasLineCount(1);
        }
        assertThat(directory.path()).doesNotExist();
    }

    @Test
    void anUnreachableConfiguredDatabaseIsRejected() {
        try (ServerProcess server = ServerProcess.start(
                Map.of("FLAGLEDGER_DATABASE_URL", "postgres://anna:secret@127.0.0.1:1/flags"),
                List.of("--port", "0", "--data", directory.path().toString()))) {
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.output())
                    .startsWith("flagledger: Cannot use the database jdbc:postgresql://127.0.0.1:1/flags")
                    .doesNotContain("secret")
                    .hasLineCount(1);
        }
        assertThat(directory.path()).doesNotExist();
    }

    @Test
    void everyRoleStartsAloneOnAConfiguredDatabase() {
        var database = Map.of("FLAGLEDGER_DATABASE_URL", TestDatabase.fresh().url());
        for (String role : List.of("command", "query", "webhook")) {
            try (ServerProcess server = ServerProcess.start(
                    database,
                    List.of(
                            "--port",
                            "0",
                            "--role",
                            role,
                            "--data",
                            directory.path().toString()))) {
                server.awaitReady();

                assertThat(server.output()).contains("(role " + role + ", database jdbc:postgresql://");
            }
        }
        assertThat(directory.path()).doesNotExist();
    }

    private boolean isInitialising() {
        try (Stream<Path> files = Files.list(directory.path())) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("postgres-initialising-"));
        } catch (IOException notYetThere) {
            return false;
        }
    }
}
