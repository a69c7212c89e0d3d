import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A user of the server on this port. Fails at the first answer that is no success. */
record Client(int port, String token, String authorization) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int AT_ONCE = 16;
    private static final String EMAIL = "b@example.test";
    private static final String PASSWORD = "un-guess-able 7";

    Client(int port, String token) {
        this(port, token, token.isEmpty() ? "" : "Token " + token);
    }

    /** A program that says this of who it is. */
    Client by(String said) {
        return new Client(port, "", said);
    }

    Client newUser() {
        var user = Map.of("email", EMAIL, "password", PASSWORD, "first_name", "B", "last_name", "M");
        return new Client(port, send("POST", "auth/users/", user).get("key").asString());
    }

    /** Logs the user in again. */
    void logIn() {
        send("POST", "auth/login/", Map.of("email", EMAIL, "password", PASSWORD));
    }

    /** The same user of a server on another port. */
    Client at(int otherPort) {
        return new Client(otherPort, token, authorization);
    }

    int organisation(String name) {
        return id(send("POST", "organisations/", Map.of("name", name)));
    }

    int project(int organisation, String name) {
        return id(send("POST", "projects/", Map.of("name", name, "organisation", organisation)));
    }

    JsonNode environment(int project, String name) {
        return send("POST", "environments/", Map.of("name", name, "project", project));
    }

    /** A key for applications' servers. */
    String serverKey(String key) {
        return send("POST", "environments/" + key + "/api-keys/", Map.of("name", "Benchmark")).get("key").asString();
    }

    JsonNode send(String method, String path, Object body) {
        return JSON.readTree(text(method, path, body));
    }

    /** The same where nobody looks into the answer. */
    String text(String method, String path, Object body) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json(body));
        var request = HttpRequest.newBuilder(uri(path)).method(method, publisher);
        request.header("Content-Type", "application/json");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return text(request);
    }

    /** What an application with this key is served. */
    String flags(String key) {
        return text(HttpRequest.newBuilder(uri("flags/")).header("X-Environment-Key", key));
    }

    /** What it is served when it says this of somebody. */
    String identified(String key, String said) {
        return asApplication(key, "identities/", said);
    }

    /** What an application with this key is answered when it posts JSON. */
    String asApplication(String key, String path, String json) {
        return text(HttpRequest.newBuilder(uri(path))
                .header("X-Environment-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    static int id(JsonNode thing) {
        return thing.get("id").asInt();
    }

    static String json(Object thing) {
        return JSON.writeValueAsString(thing);
    }

    /** Does it for all numbers below this one, several at once. */
    static void inParallel(int many, IntConsumer work) {
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = IntStream.range(0, many)
                    .mapToObj(number -> CompletableFuture.runAsync(() -> work.accept(number), workers))
                    .toList();
            all.forEach(CompletableFuture::join);
        }
    }

    private static String text(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + "/api/v1/" + path);
    }
}
