package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The repository's proxy configuration, with a node of each role that it routes to. */
class ProxyIT {

    private static final Path CONFIGURATION = Path.of("../deploy/proxy.conf");
    /** A line of a map: a regular expression, and the value for what it matches. */
    private static final Pattern CHOICE = Pattern.compile("^\\s+\"~(.+)\" (\\w+);$", Pattern.MULTILINE);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static RunningNode command;
    private static RunningNode query;

    @BeforeAll
    static void start() {
        var database = TestDatabase.fresh().migrated();
        command = start(Role.COMMAND, database);
        query = start(Role.QUERY, database);
        command.awaitReady();
        query.awaitReady();
    }

    @AfterAll
    static void stop() {
        query.close();
        command.close();
        HTTP.close();
    }

    private static RunningNode start(Role role, TestDatabase database) {
        return RunningNode.start(role, Map.of("spring.datasource.url", database.url(), "server.port", "0"));
    }

    @Test
    void everyRouteIsProxiedToARoleThatServesIt() throws IOException, InterruptedException {
        var choices = CHOICE.matcher(Files.readString(CONFIGURATION)).results().toList();
        var lost = new ArrayList<String>();
        for (var route : documented()) {
            var role = choices.stream()
                    .filter(choice ->
                            Pattern.compile(choice.group(1)).matcher(route).find())
                    .map(choice -> choice.group(2))
                    .findFirst()
                    .orElse("command");
            var node = role.equals("query") ? query : command;
            if (knowsNoRoute(node, route)) {
                lost.add(route + " at " + role);
            }
        }

        assertThat(lost).isEmpty();
    }

    /** Method and path, with a value for each parameter. */
    private static List<String> documented() throws IOException, InterruptedException {
        var document = HTTP.send(
                HttpRequest.newBuilder(address(query, "/api/v1/openapi.json")).build(), BodyHandlers.ofString());
        return JsonMapper.shared()
                .readTree(document.body())
                .get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> operation.getValue().has("responses"))
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replaceAll("\\{[^}]+}", "1")))
                .toList();
    }

    /** Whether an anonymous request gets the 404 of an unknown route. */
    private static boolean knowsNoRoute(RunningNode node, String route) throws IOException, InterruptedException {
        var parts = route.split(" ", -1);
        var request = HttpRequest.newBuilder(address(node, parts[1]))
                .method(parts[0], parts[0].equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(""))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        return answer.statusCode() == 404 && !answer.body().contains("\"detail\"");
    }

    private static URI address(RunningNode node, String path) {
        return node.address().resolve(path);
    }
}
