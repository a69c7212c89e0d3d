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

/** A client of the server's own API, for the requests that create the demo. */
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
        var response = send("auth/login/", json(Map.of("email", email, "password", password)));
        return response.statusCode() == OK ? Optional.of(key(response)) : Optional.empty();
    }

    String register(String email, String password) {
        var account = Map.of("email", email, "password", password, "first_name", "Demo", "last_name", "User");
        return key(requireSuccess(send("auth/users/", json(account))));
    }

    JsonNode get(String path) {
        return json.readTree(
                requireSuccess(send(path, request -> request.GET())).body());
    }

    /** Returns the listed object with the name of {@code attributes}; creates it if there is none. */
    JsonNode findOrCreate(String collection, String filter, Map<String, ?> attributes) {
        var listed = get(collection + filter);
        return (listed.isArray() ? listed : listed.path("results"))
                .valueStream()
                .filter(object -> object.path("name").asString("").equals(attributes.get("name")))
                .findFirst()
                .orElseGet(() -> json.readTree(
                        requireSuccess(send(collection, json(attributes))).body()));
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
            throw new UncheckedIOException("the server does not respond", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating the demo", e);
        }
    }

    private String key(HttpResponse<String> response) {
        return json.readTree(response.body()).path("key").asString();
    }

    private static HttpResponse<String> requireSuccess(HttpResponse<String> response) {
        if (response.statusCode() >= FIRST_ERROR) {
            throw new IllegalStateException("the demo met " + response.statusCode() + ": " + response.body());
        }
        return response;
    }

    private interface Method {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }
}
