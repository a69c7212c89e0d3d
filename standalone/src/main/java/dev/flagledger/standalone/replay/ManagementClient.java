package dev.flagledger.standalone.replay;

import dev.flagledger.installation.identity.rebuild.IdentityRebuild;
import dev.flagledger.installation.identity.rebuild.RebuiltIdentities;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the management port of a node for rebuilds. */
final class ManagementClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration FOLD_TIMEOUT = Duration.ofHours(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;

    ManagementClient(URI server) {
        this.endpoint = server.resolve("/replay");
    }

    /** How far a rebuild is. */
    record Reached(long position, long of) {}

    /**
     * Starts a rebuild.
     *
     * @return false if the node has no read model of this name
     * @throws IOException if the node cannot be asked
     */
    boolean start(String name) throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(endpoint)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("name", name)))));
        return answer.found();
    }

    /**
     * How far a rebuild is; empty once its tables have replaced the earlier ones.
     *
     * @throws IOException if the node cannot be asked
     */
    Optional<Reached> reached(String name) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(endpoint).timeout(TIMEOUT))
                .list("running")
                .filter(running -> running.path("name").asString("").equals(name))
                .findAny()
                .map(running -> new Reached(
                        running.path("position").asLong(0), running.path("of").asLong(0)));
    }

    /**
     * Folds the log beside the state that the node holds in memory, which may take minutes.
     *
     * @return the projects that differ, by id; 0 for what belongs to none
     * @throws IOException if the node cannot be asked
     */
    List<Integer> differing() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(result(ReplayEndpoint.MEMORY)).timeout(FOLD_TIMEOUT))
                .list("differing")
                .map(JsonNode::asInt)
                .toList();
    }

    /**
     * How the last rebuild of identities ended.
     *
     * @throws IOException if the node cannot be asked, or has ended none since one began
     */
    RebuiltIdentities identities() throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(result(IdentityRebuild.NAME)).timeout(TIMEOUT));
        return new RebuiltIdentities(
                answer.number("compared"),
                answer.number("differing"),
                answer.list("clashing").map(JsonNode::asInt).toList(),
                answer.text("failure"));
    }

    private URI result(String name) {
        return endpoint.resolve(endpoint.getPath() + "/" + name);
    }

    private ManagementAnswer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        return new ManagementAnswer(answer.statusCode(), answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
