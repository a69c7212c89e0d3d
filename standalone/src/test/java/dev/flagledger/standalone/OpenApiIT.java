package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The OpenAPI document has every route of the server and no other. */
class OpenApiIT {

    /** Routes that have a servlet of their own. */
    private static final Set<String> BESIDE_THE_CONTROLLERS = Set.of(
            "GET /api/v1/flags",
            "GET /api/v1/flags/{}",
            "GET /api/v1/flags/{}/multivariate-options",
            "GET /api/v1/identities",
            "POST /api/v1/identities",
            "GET /api/v1/identities/{}",
            "POST /api/v1/identities/{}/traits/{}",
            "POST /api/v1/traits",
            "PUT /api/v1/traits/bulk",
            "POST /api/v1/traits/increment-value",
            "GET /api/v1/environment-document",
            "POST /api/v1/analytics/flags",
            "POST /api/v2/analytics/flags",
            "POST /ofrep/v1/evaluate/flags",
            "POST /ofrep/v1/evaluate/flags/{}",
            "GET /sse/environments/{}/stream");

    @Test
    void theDocumentHasExactlyTheExistingRoutes() {
        try (var server = TestServer.start()) {
            var document = server.api().get("openapi.json").ok();

            var documented = new TreeSet<String>();
            document.get("paths")
                    .forEachEntry((path, operations) -> operations.propertyNames().stream()
                            .filter(Set.of("get", "put", "post", "patch", "delete")::contains)
                            .map(method -> method.toUpperCase(Locale.ROOT) + " " + plain(path))
                            .forEach(documented::add));

            assertThat(documented).isEqualTo(existing(server));
        }
    }

    @Test
    void theDocumentIsAlsoServedAtFlagsmithsPaths() {
        var api = TestServer.shared().api();

        assertThat(api.get("swagger.json").ok())
                .isEqualTo(api.get("openapi.json").ok());
    }

    private static Set<String> existing(TestServer server) {
        var mappings = server.part(RequestMappingHandlerMapping.class).getHandlerMethods();
        var routes = mappings.entrySet().stream()
                .filter(route -> route.getValue().getBeanType().getName().startsWith("dev.flagledger"))
                .flatMap(route -> route.getKey().getPatternValues().stream()
                        .flatMap(path -> route.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + plain(path))))
                .filter(route -> !route.contains("error"))
                .collect(Collectors.toCollection(TreeSet::new));
        routes.addAll(BESIDE_THE_CONTROLLERS);
        return routes;
    }

    /** The route without the names of parameters and without a trailing slash. */
    private static String plain(String path) {
        var named = path.replaceAll("\\{[^}]*}", "{}");
        return named.endsWith("/") ? named.substring(0, named.length() - 1) : named;
    }
}
