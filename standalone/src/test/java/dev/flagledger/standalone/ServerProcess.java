package dev.flagledger.standalone;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server in a process of its own, started by the launcher script. {@link #close} kills what is still running, including an orphaned
 * PostgreSQL.
 */
public final class ServerProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Flagledger is ready: (http\\S+) .*");
    private static final long TIMEOUT_SECONDS = 240;
    private static final Path SCRIPT = prepared(script());

    private final Process process;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<URI> ready = new CompletableFuture<>();
    private final Thread reader;

    private ServerProcess(Process process) {
        this.process = process;
        this.reader = Thread.startVirtualThread(this::read);
    }

    /** Starts a server on a data directory and a free port. */
    public static ServerProcess on(Path data, String... moreArguments) {
        List<String> arguments = new ArrayList<>(List.of("--port", "0", "--data", data.toString()));
        arguments.addAll(List.of(moreArguments));
        return start(Map.of(), arguments);
    }

    /** Starts {@code flagledger run} with additional environment variables. */
    public static ServerProcess start(Map<String, String> environment, List<String> arguments) {
        return start(List.of(), environment, arguments);
    }

    /** Starts it through a command that executes its arguments, such as {@code env} or {@code unshare}. */
    public static ServerProcess start(List<String> by, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(by);
        command.addAll(List.of(SCRIPT.toString(), "run"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("FLAGLEDGER_DATABASE_URL");
        builder.environment().put("FLAGLEDGER_BUILD", "never");
        builder.environment().put("FLAGLEDGER_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        builder.environment().putAll(environment);
        try {
            return new ServerProcess(builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits until the server is ready, and returns its URL. Fails with its output if it ends before. */
    public URI awaitReady() {
        try {
            return ready.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new AssertionError("The server did not become ready" + whatItDoes(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Waits for the end of the server and of its output, and returns the exit code. */
    public int awaitExit() {
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The server did not end" + whatItDoes());
            }
            reader.join();
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private String whatItDoes() {
        return "; it printed:\n" + output() + "\n" + ProcessState.of(process.toHandle());
    }

    /** Terminates the server (SIGTERM) and waits for its end. */
    public int terminate() {
        process.destroy();
        return awaitExit();
    }

    /** Kills the server (SIGKILL). Its PostgreSQL keeps running. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** The server's process id. */
    public long pid() {
        return process.pid();
    }

    /** The server's standard output and standard error so far. */
    public String output() {
        return String.join("\n", output);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                Matcher matcher = READY.matcher(line);
                if (matcher.matches()) {
                    ready.complete(URI.create(matcher.group(1)));
                }
            }
        } catch (IOException closed) {
            output.add(closed.toString());
        }
        ready.completeExceptionally(new IllegalStateException("ended"));
    }

    /** Runs the script's once-per-build preparation before the timeout of a test begins. */
    private static Path prepared(Path script) {
        ProcessBuilder builder = new ProcessBuilder(script.toString(), "--prepare").redirectErrorStream(true);
        builder.environment().put("FLAGLEDGER_BUILD", "never");
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
            return script;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Tests run in the module's directory; the script is in its parent. */
    private static Path script() {
        Path script = requireNonNull(Path.of("").toAbsolutePath().getParent()).resolve("flagledger");
        if (!Files.isExecutable(script)) {
            throw new IllegalStateException(script + " is not there");
        }
        return script;
    }
}
