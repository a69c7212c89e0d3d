package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.standalone.contract.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a server's API, as one caller: anonymous, a user, or an application with an environment's key. */
public record Api(URI server, Map<String, String> headers) {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, Contract> CONTRACTS = new ConcurrentHashMap<>();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An anonymous caller. */
    public static Api of(URI server) {
        return new Api(server, Map.of());
    }

    /** A new user, registered and logged in. */
    public Api newUser() {
        var email = "user-" + UUID.randomUUID() + "@example.test";
        var account = Map.of("email", email, "password", "un-guess-able 7", "first_name", "Ana", "last_name", "Silva");
        return with(
                "Authorization",
                "Token " + post("auth/users/", account).ok().get("key").asString());
    }

    /** The same caller with an additional header. */
    public Api with(String header, String value) {
        var more = new ConcurrentHashMap<>(headers);
        more.put(header, value);
        return new Api(server, more);
    }

    public Answer get(String path) {
        return send(path, request -> request.GET());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, JSON.writeValueAsString(body));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, JSON.writeValueAsString(body));
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, JSON.writeValueAsString(body));
    }

    public Answer delete(String path) {
        return send(path, request -> request.DELETE());
    }

    /** Sends a body unchanged, which may not be JSON; with the content type JSON unless the caller has a header for it. */
    public Answer send(String method, String path, String body) {
        var caller = headers.containsKey(CONTENT_TYPE) ? this : with(CONTENT_TYPE, "application/json");
        return caller.send(path, request -> request.method(method, BodyPublishers.ofString(body)));
    }

    private Answer send(String path, Method method) {
        var request = HttpRequest.newBuilder(server.resolve("/api/v1/").resolve(path));
        headers.forEach(request::header);
        try {
            var answer = HTTP.send(method.of(request).build(), BodyHandlers.ofString());
            contract(server).check(answer);
            return new Answer(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /**
     * The contract of a server, from the document that it serves. A node without a document, such as a {@code command}
     * node, is of the same build as the others, so their contract applies.
     */
    private static Contract contract(URI server) throws IOException, InterruptedException {
        var known = CONTRACTS.get(server.getAuthority());
        if (known != null) {
            return known;
        }
        var request =
                HttpRequest.newBuilder(server.resolve("/api/v1/openapi.json")).build();
        var document = HTTP.send(request, BodyHandlers.ofString());
        var contract = document.statusCode() == 200
                ? Contract.of(document.body())
                : CONTRACTS.values().stream()
                        .findAny()
                        .orElseThrow(() -> new AssertionError("no server that serves the document was asked before"));
        CONTRACTS.put(server.getAuthority(), contract);
        return contract;
    }

    /** A response of the server. */
    public record Answer(HttpResponse<String> http) {

        public int status() {
            return http.statusCode();
        }

        public String text() {
            return http.body();
        }

        /** The body, of any status. */
        public JsonNode json() {
            return JSON.readTree(http.body());
        }

        /** The body; fails unless the status is a success. */
        public JsonNode ok() {
            assertThat(status()).as(text()).isBetween(200, 299);
            return json();
        }
    }

    private interface Method {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }
}
