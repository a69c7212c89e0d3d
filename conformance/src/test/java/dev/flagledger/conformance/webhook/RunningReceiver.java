package dev.flagledger.conformance.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A receiver in a process of its own, with a store that outlives it. */
final class RunningReceiver implements AutoCloseable {

    private static final String GREETING = "Listening on port ";
    private static final Path EXAMPLES = Path.of("..", "examples", "webhook-receiver");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ProcessBuilder command;
    private Process process;
    private volatile int port;

    /** Starts the program with these settings, besides those of its place. */
    RunningReceiver(ReceiverProgram program, Map<String, String> settings, Path store) {
        command = new ProcessBuilder(
                        program.interpreter(), EXAMPLES.resolve(program.file()).toString())
                .redirectError(store.resolveSibling("errors.txt").toFile());
        command.environment().putAll(settings);
        command.environment().put("STORE", store.toString());
        command.environment().put("PORT", "0");
        process = start();
    }

    /** Kills the process, in the middle of whatever it does, and starts another, on another port. */
    void killAndStart() {
        kill();
        process = start();
    }

    /** Where messages go. */
    URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** The switch and value of each flag that it knows. */
    JsonNode flags() {
        return get("flags");
    }

    /** The numbers of the messages that it misses. */
    JsonNode missing() {
        return get("missing");
    }

    private JsonNode get(String path) {
        try {
            var request = HttpRequest.newBuilder(uri().resolve(path)).build();
            return JsonMapper.shared()
                    .readTree(client.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        kill();
        client.close();
    }

    private Process start() {
        try {
            var started = command.start();
            var line = started.inputReader().readLine();
            if (line == null || !line.startsWith(GREETING)) {
                throw new AssertionError("The receiver did not start: " + line);
            }
            port = Integer.parseInt(line.substring(GREETING.length()));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void kill() {
        process.destroyForcibly().onExit().join();
    }
}
