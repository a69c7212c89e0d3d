package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which routes applications with the scope {@code mcp} may call, as {@code agent-routes.txt} has it. */
class AgentRoutesIT {

    private static final TestServer SERVER = TestServer.shared();

    /** A new route that changes something fails this until somebody decides whether agents may call it. */
    @Test
    void everyRouteThatChangesSomethingIsClassified() throws IOException {
        var newcomer = OAuthClientStub.agentOf(SERVER.api().newUser());
        var answered = changing()
                .map(route -> (OAuthClientStub.isOutOfScope(call(newcomer, route)) ? "refused " : "allowed ") + route)
                .sorted();

        assertThat(answered).containsExactlyElementsOf(decided().sorted().toList());
    }

    /** Public routes are left out: they ignore credentials. */
    private static Stream<String> changing() {
        return SERVER.api()
                .get("openapi.json")
                .ok()
                .get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(operation ->
                                Set.of("post", "put", "patch", "delete").contains(operation.getKey()))
                        .filter(operation -> !isPublic(operation.getValue()))
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    private static boolean isPublic(JsonNode operation) {
        return operation.has("security") && operation.get("security").isEmpty();
    }

    private static Stream<String> decided() throws IOException {
        try (var list = Objects.requireNonNull(AgentRoutesIT.class.getResourceAsStream("/agent-routes.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList().stream();
        }
    }

    private static Api.Answer call(Api caller, String route) {
        var words = route.split(" ", 2);
        return caller.send(words[0], words[1].replaceAll("\\{\\w+}", "0"), "{}");
    }
}
