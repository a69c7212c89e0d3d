package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts of the server's process, including those that fail. */
class StartAndStopIT {

    private static final int OUT_OF_MEMORY = 3;

    private final DataDirectory directory;

    StartAndStopIT(@TempDir Path temporary) throws IOException {
        this.directory = new DataDirectory(temporary.toRealPath().resolve("data"));
    }

    @AfterEach
    void killProcesses() {
        directory.close();
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
    void everyRoleStartsAlone() {
        var database = TestDatabase.fresh();
        for (var role : List.of(Role.COMMAND, Role.QUERY, Role.WEBHOOK)) {
            var node = RunningNode.start(role, Map.of("spring.datasource.url", database.url(), "server.port", 0));

            node.awaitReady();
            node.close();
        }
    }

    private boolean isInitialising() {
        try (Stream<Path> files = Files.list(directory.path())) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("postgres-initialising-"));
        } catch (IOException notYetThere) {
            return false;
        }
    }
}
