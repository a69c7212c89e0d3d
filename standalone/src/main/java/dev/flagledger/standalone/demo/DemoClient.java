package dev.flagledger.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The few requests that make a demo, sent to the server itself. */
record DemoClient(
        URI server,
        JsonMapper json,
        HttpClient http,
        @Nullable String token) {

    private static final int OK = 200;
    private static final int FIRST_ERROR = 300;

    DemoClient(URI server, JsonMapper json) {
        this(server, json, HttpClient.newHttpClient(), null);
    }

    DemoClient as(String newToken) {
        return new DemoClient(server, json, http, newToken);
    }

    Optional<String> logIn(String email, String password) {
        var answer = send("auth/login/", json(Map.of("email", email, "password", password)));
        return answer.statusCode() == OK ? Optional.of(key(answer)) : Optional.empty();
    }

    String register(String email, String password) {
        var account = Map.of("email", email, "password", password, "first_name", "Demo", "last_name", "User");
        return key(checked(send("auth/users/", json(account))));
    }

    JsonNode get(String path) {
        return json.readTree(checked(send(path, request -> request.GET())).body());
    }

    /** The thing of that name among those that are listed; created if there is none. */
    JsonNode provide(String collection, String filter, Map<String, ?> thing) {
        var listed = get(collection + filter);
        return (listed.isArray() ? listed : listed.path("results"))
                .valueStream()
                .filter(known -> known.path("name").asString("").equals(thing.get("name")))
                .findFirst()
                .orElseGet(() ->
                        json.readTree(checked(send(collection, json(thing))).body()));
    }

    private Method json(Map<String, ?> body) {
        var publisher = BodyPublishers.ofString(json.writeValueAsString(body));
        return request -> request.header("Content-Type", "application/json").POST(publisher);
    }

    private HttpResponse<String> send(String path, Method method) {
        var request = HttpRequest.newBuilder(server.resolve("/api/v1/" + path));
        if (token != null) {
            request.header("Authorization", "Token " + token);
        }
        try {
            return http.send(method.of(request).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("the server does not answer itself", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making the demo", e);
        }
    }

    private String key(HttpResponse<String> answer) {
        return json.readTree(answer.body()).path("key").asString();
    }

    private static HttpResponse<String> checked(HttpResponse<String> answer) {
        if (answer.statusCode() >= FIRST_ERROR) {
            throw new IllegalStateException("the demo met " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private interface Method {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }
}
