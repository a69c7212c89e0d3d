package dev.flagledger.standalone.proof;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Gets what a server's API answers to a user. */
final class ServerApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int OK = 200;

    /** A server that looks for the next match in a long log sends nothing meanwhile. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI api;
    private final String authorization;
    private final Duration patience;

    ServerApi(URI server, String authorization) {
        this(server, authorization, PATIENCE);
    }

    /** {@code patience} is how long to wait for more of a body. */
    ServerApi(URI server, String authorization, Duration patience) {
        this.patience = patience;
        this.api = server.resolve("/api/v1/");
        this.authorization = authorization;
    }

    String text(String path) throws IOException {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    byte[] bytes(String path) throws IOException {
        try (var body = stream(path)) {
            return body.readAllBytes();
        }
    }

    /** The body while it arrives, which may be long. The caller closes it. */
    InputStream stream(String path) throws IOException {
        var uri = api.resolve(path);
        var request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).header("Authorization", authorization);
        try {
            var answer = http.send(request.build(), BodyHandlers.ofInputStream());
            var body = new PatientStream(answer.body(), patience);
            if (answer.statusCode() != OK) {
                try (body) {
                    var why = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                    throw new IOException(uri + " answered " + answer.statusCode() + " " + why);
                }
            }
            return body;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }
}
