package dev.flagledger.standalone.contract;

import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The responses that an OpenAPI document allows. */
public final class Contract {

    private static final Map<String, Contract> KNOWN = new ConcurrentHashMap<>();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Route> routes;

    private Contract(JsonNode document) {
        var schemas = new Schemas(document);
        routes = document.get("paths")
                .propertyStream()
                .map(path -> Route.of(path.getKey(), path.getValue(), schemas))
                .sorted(Comparator.comparingInt(Route::parameters))
                .toList();
    }

    /** The contract of a document. The schemas of equal documents are parsed once. */
    public static Contract of(String document) {
        return KNOWN.computeIfAbsent(document, text -> new Contract(JSON.readTree(text)));
    }

    /** Fails unless the document allows the response. Paths outside the API need not be described. */
    public void check(HttpResponse<String> answer) {
        check(Answered.of(answer));
    }

    /** Fails unless the document allows a response that was not received by Java's client. */
    public void check(Answered answered) {
        if (answered.method().equals("OPTIONS")) {
            return; // a question of browsers about a route, and as such not of the API
        }
        var route = route(answered.method(), answered.path());
        if (route.isPresent()) {
            route.get().check(answered);
        } else if (answered.path().startsWith("/api/") && !answered.knowsNoRoute()) {
            throw new AssertionError(answered + ": the OpenAPI document has no such route");
        }
    }

    /** The path template of the document that matches a request. */
    public Optional<String> template(String method, String path) {
        return route(method, path).map(Route::template);
    }

    /** Routes are sorted by precedence, so the first match applies. */
    private Optional<Route> route(String method, String path) {
        var matching = routes.stream().filter(known -> known.matches(path)).toList();
        return matching.stream()
                .filter(known -> known.has(method))
                .findFirst()
                .or(() -> matching.stream().findFirst());
    }
}
