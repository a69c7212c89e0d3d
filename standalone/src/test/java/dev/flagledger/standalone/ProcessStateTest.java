package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessStateTest {

    @Test
    void theThreadsOfAJavaProcessUnderAScriptAreIncluded(@TempDir Path directory) throws Exception {
        var program = Files.writeString(directory.resolve("Waits.java"), """
                void main() throws Exception {
                    IO.println("waits");
                    synchronized (this) { wait(); }
                }
                """);
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var script = new ProcessBuilder("sh", "-c", java + " " + program + "; true").start();
        try (var output = script.inputReader()) {
            assertThat(output.readLine()).isEqualTo("waits");

            var state = ProcessState.of(script.toHandle());

            assertThat(state)
                    .contains("Process " + script.pid() + ", ", "Waits.java; true")
                    .contains("\"main\"", "at Waits.main(Waits.java:3)");
        } finally {
            script.descendants().forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
        }
        assertThat(script.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(ProcessState.of(script.toHandle())).contains("Process " + script.pid() + ", ended");
    }
}
