package dev.flagledger.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The state of a process and of its descendants, for the message of a test that timed out. */
final class ProcessState {

    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    private static final long TIMEOUT_SECONDS = 30;

    private ProcessState() {}

    /** A paragraph for each living process, with the stacks of all threads of Java processes. */
    static String of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessState::one)
                .collect(Collectors.joining("\n\n"));
    }

    private static String one(ProcessHandle process) {
        var command = process.info().commandLine().orElse("a command that cannot be read");
        var line = "Process %d, %s: %s".formatted(process.pid(), state(process), command);
        var program = process.info().command().orElse("");
        return program.endsWith("/java") ? line + "\n" + threads(process) : line;
    }

    private static String state(ProcessHandle process) {
        try (Stream<String> status = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return status.filter(line -> line.startsWith("State:")).findFirst().orElse("");
        } catch (IOException | UncheckedIOException _) {
            return process.isAlive() ? "alive" : "ended";
        }
    }

    /** Reports a JVM that does not respond, which may not be far enough in its start. */
    private static String threads(ProcessHandle process) {
        try {
            var answer = Files.createTempFile("threads", ".txt");
            var jcmd = new ProcessBuilder(JCMD.toString(), Long.toString(process.pid()), "Thread.print", "-l")
                    .redirectErrorStream(true)
                    .redirectOutput(answer.toFile())
                    .start();
            var answered = jcmd.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            jcmd.destroyForcibly();
            var text = Files.readString(answer, StandardCharsets.UTF_8);
            Files.delete(answer);
            return answered ? text : text + "It does not say what its threads do.";
        } catch (IOException failed) {
            return failed.toString();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return interrupted.toString();
        }
    }
}
