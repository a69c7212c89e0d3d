package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Concurrent launchers: one prepares the build, the others wait for it while it is running. The Java that they start is a script that
 * waits for a file.
 */
class LauncherIT {

    private static final int PATIENCE_SECONDS = 60;
    private static final int MANY = 8;
    private static final String JAVA = """
            #!/bin/sh
            case "$*" in
              *jarmode*) echo unpacks; until [ -e "$GO" ]; do sleep 0.1; done; mkdir -p standalone/target/app.new; touch standalone/target/app.new/flagledger.jar ;;
              *) echo 'Flagledger is ready' ;;
            esac
            """;

    private final Deque<Process> started = new ArrayDeque<>();
    private final Path home;
    private final Path lock;
    private final Path go;

    LauncherIT(@TempDir Path home) {
        this.home = home;
        this.lock = home.resolve("standalone/target/preparing");
        this.go = home.resolve("go");
    }

    @BeforeEach
    void install() throws IOException {
        var module = Path.of("").toAbsolutePath();
        Files.copy(Objects.requireNonNull(module.getParent()).resolve("flagledger"), home.resolve("flagledger"));
        Files.createDirectories(lock.resolveSibling(""));
        Files.createFile(lock.resolveSibling("flagledger.jar.original"));
        var jdk = Files.createDirectories(home.resolve("jdk/bin"));
        Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
        Files.writeString(jdk.resolve("java"), JAVA).toFile().setExecutable(true);
        Files.writeString(jdk.resolve("javac"), "").toFile().setExecutable(true);
    }

    @AfterEach
    void end() {
        started.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    @Test
    void theSecondLauncherWaitsForTheFirst() throws Exception {
        var first = launcher("first");
        awaitOutput("first", "unpacks");
        var second = launcher("second");
        awaitOutput("second", "waits for process");

        Files.createFile(go);

        assertEnds(first);
        assertEnds(second);
        assertThat(output("second")).doesNotContain("unpacks");
        assertThat(lock).doesNotExist();
    }

    @Test
    void aKilledLauncherIsNotWaitedFor() throws Exception {
        var first = launcher("first");
        awaitOutput("first", "unpacks");
        var second = launcher("second");
        awaitOutput("second", "waits for process");

        first.descendants().forEach(ProcessHandle::destroyForcibly);
        first.destroyForcibly();

        awaitOutput("second", "unpacks");
        Files.createFile(go);
        assertEnds(second);
    }

    @Test
    void aProcessWithTheIdOfAKilledLauncherIsNotWaitedFor() throws Exception {
        Files.createSymbolicLink(
                lock, Path.of(Long.toString(ProcessHandle.current().pid())));
        Files.createFile(go);

        assertEnds(launcher("launcher"));

        assertThat(output("launcher")).contains("unpacks").doesNotContain("waits for process");
    }

    @Test
    void oneOfManyLaunchersTakesOverAnAbandonedLock() throws Exception {
        Files.createSymbolicLink(lock, Path.of("4194305, started 1"));
        var launchers = new ArrayList<Process>();
        for (int number = 0; number < MANY; number++) {
            launchers.add(launcher("launcher" + number));
        }
        for (int number = 0; number < MANY; number++) {
            var name = "launcher" + number;
            await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .until(() ->
                            output(name).contains("unpacks") || output(name).contains("waits for process"));
        }
        Files.createFile(go);
        for (var launcher : launchers) {
            assertEnds(launcher);
        }

        int built = 0;
        for (int number = 0; number < MANY; number++) {
            built += output("launcher" + number).contains("unpacks") ? 1 : 0;
        }
        assertThat(built).isEqualTo(1);
        assertThat(lock).doesNotExist();
        assertThat(lock.resolveSibling(lock.getFileName() + ".breaking")).doesNotExist();
    }

    private Process launcher(String name) throws IOException {
        var builder = new ProcessBuilder(home.resolve("flagledger").toString(), "--prepare")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name).toFile());
        builder.environment().put("FLAGLEDGER_BUILD", "never");
        builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        builder.environment().put("GO", go.toString());
        var process = builder.start();
        started.add(process);
        return process;
    }

    private void assertEnds(Process launcher) throws InterruptedException {
        assertThat(launcher.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isZero();
    }

    private void awaitOutput(String name, String text) {
        await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .until(() -> output(name).contains(text));
    }

    private String output(String name) throws IOException {
        return Files.readString(home.resolve(name));
    }
}
