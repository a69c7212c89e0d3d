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

    /** The contract that this document is; schemas are read once, however many servers have the same. */
    public static Contract of(String document) {
        return KNOWN.computeIfAbsent(document, text -> new Contract(JSON.readTree(text)));
    }

    /** Fails if the answer is not what the document promises. Paths that are not of the API need not be in it. */
    public void check(HttpResponse<String> answer) {
        check(Answered.of(answer));
    }

    /** The same of an answer that came by other ways than Java's client. */
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

    /** The path, as the document has it, that such a request is for. */
    public Optional<String> template(String method, String path) {
        return route(method, path).map(Route::template);
    }

    /** The routes are sorted; the first of the best is taken. */
    private Optional<Route> route(String method, String path) {
        var matching = routes.stream().filter(known -> known.matches(path)).toList();
        return matching.stream()
                .filter(known -> known.has(method))
                .findFirst()
                .or(() -> matching.stream().findFirst());
    }
}
