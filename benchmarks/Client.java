import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A user of the server on this port. Fails at the first answer that is no success. */
record Client(int port, String token) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    Client newUser() {
        var user = Map.of("email", "b@example.test", "password", "un-guess-able 7", "first_name", "B", "last_name", "M");
        return new Client(port, send("POST", "auth/users/", user).get("key").asString());
    }

    /** The same user of a server on another port. */
    Client at(int otherPort) {
        return new Client(otherPort, token);
    }

    JsonNode send(String method, String path, Object body) {
        return JSON.readTree(text(method, path, body));
    }

    /** The same where nobody looks into the answer. */
    String text(String method, String path, Object body) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
        var request = HttpRequest.newBuilder(uri(path)).method(method, publisher);
        request.header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Token " + token);
        }
        return text(request);
    }

    /** What an application with this key is served. */
    String flags(String key) {
        return text(HttpRequest.newBuilder(uri("flags/")).header("X-Environment-Key", key));
    }

    static int id(JsonNode thing) {
        return thing.get("id").asInt();
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
