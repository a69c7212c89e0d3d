package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Unsupported methods of public routes are answered with 405, not with an authentication error. */
class OpenRoutesIT {

    /** Registration, which shares its path with the list of users, which requires authentication. */
    private static final String SHARED = "/api/v1/auth/users/";

    private static final TestServer SERVER = TestServer.shared();

    static Stream<String> open() {
        return SERVER.api()
                .get("openapi.json")
                .ok()
                .get("paths")
                .propertyStream()
                .filter(route -> isOpen(route.getValue()) && !route.getKey().equals(SHARED))
                .map(Map.Entry::getKey);
    }

    private static boolean isOpen(JsonNode route) {
        return route.valueStream()
                .filter(JsonNode::isObject)
                .allMatch(operation -> operation.path("security").isEmpty() && operation.has("security"));
    }

    @ParameterizedTest
    @MethodSource("open")
    void anUnsupportedMethodIsNotAllowed(String route) {
        var has = SERVER.api().get("openapi.json").ok().get("paths").get(route);
        var path = route.replaceAll("\\{\\w+}", "x");

        assertThat(Stream.of("PUT", "POST", "PATCH", "GET")
                        .filter(method -> !has.has(method.toLowerCase(Locale.ROOT)))
                        .map(method -> method + " "
                                + SERVER.api().send(method, path, "{}").status()))
                .allMatch(answer -> answer.endsWith(" 405"))
                .isNotEmpty();
    }
}
