package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which routes applications may call, by their scope, as {@code agent-routes.txt} has it. */
class AgentRoutesIT {

    private static final String LOGOUT = "POST /api/v1/auth/logout/";

    /** What is about accounts and logins, and open to the scope {@code admin-api} nevertheless; with the reasons. */
    private static final Map<String, String> OPEN = Map.of(
            LOGOUT,
            "ends the application's own access",
            "PUT /api/v1/auth/users/me/",
            "a name opens nothing",
            "PATCH /api/v1/auth/users/me/",
            "a name opens nothing",
            "PATCH /api/v1/auth/users/me/onboarding/",
            "what the dashboard has shown opens nothing",
            "PUT /api/v1/auth/users/{id}/",
            "hidden: always refused",
            "PATCH /api/v1/auth/users/{id}/",
            "hidden: always refused");

    private static final TestServer SERVER = TestServer.shared();

    /** A new route that changes something fails this until somebody decides whether applications may call it. */
    @Test
    void everyRouteThatChangesSomethingIsClassified() throws IOException {
        var agent = OAuthClientStub.agentOf(SERVER.api().newUser());
        var cli = OAuthClientStub.cli(SERVER.api());
        var program = cli.bearer(cli.tokens(SERVER.api().newUser()));
        var answered = new TreeSet<String>();
        changing().filter(route -> !route.equals(LOGOUT)).forEach(route -> answered.add(word(agent, program, route)));
        assertThat(program.get("auth/users/me/").status())
                .as("no call has ended its access")
                .isEqualTo(200);
        answered.add(word(agent, program, LOGOUT));

        assertThat(answered).containsExactlyElementsOf(decided().sorted().toList());
    }

    private static String word(Api agent, Api program, String route) {
        boolean closed = OAuthClientStub.isOutOfScope(call(program, route));
        boolean refused = OAuthClientStub.isOutOfScope(call(agent, route));
        return (closed ? "closed " : refused ? "refused " : "allowed ") + route;
    }

    /** The identity providers of an organisation are its own, not the user's. */
    @Test
    void whatIsAboutAccountsAndLoginsIsClosedUnlessItOpensNothing() throws IOException {
        var open = decided()
                .filter(line -> line.matches(".* /api/v1/(auth|accounts|oauth)/.*") && !line.contains("/auth/saml/"))
                .filter(line -> !line.startsWith("closed "))
                .map(line -> line.substring(line.indexOf(' ') + 1));

        assertThat(open).containsExactlyInAnyOrderElementsOf(OPEN.keySet());
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
