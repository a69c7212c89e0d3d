package dev.flagledger.standalone.contract;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A path of the document, with the responses that it allows for each method.
 *
 * @param template the path template of the document
 * @param parameters the number of parameters in the path; of two matching routes, the one with fewer applies
 * @param promises by method and by status
 */
record Route(String template, Pattern path, int parameters, Map<String, Map<String, Promise>> promises) {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    /** The trailing slash is optional, as the document says. */
    static Route of(String path, JsonNode item, Schemas schemas) {
        var pattern = PARAMETER.matcher(path).replaceAll("[^/]+").replaceFirst("/$", "/?");
        var promises = item.propertyStream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .collect(Collectors.toMap(
                        operation -> operation.getKey().toUpperCase(Locale.ROOT),
                        operation -> Promise.all(operation.getValue().get("responses"), schemas)));
        return new Route(
                path,
                Pattern.compile(pattern),
                (int) PARAMETER.matcher(path).results().count(),
                promises);
    }

    boolean matches(String asked) {
        return path.matcher(asked).matches();
    }

    boolean has(String method) {
        return promises.containsKey(method);
    }

    void check(Answered answered) {
        var promised = promises.get(answered.method());
        if (promised == null) {
            // Unsupported methods get the same response on all paths, except where the key is checked first.
            promised = promises.values().iterator().next();
            if (answered.status() != 405 && answered.status() != 403) {
                throw new AssertionError(answered + ": the OpenAPI document has no such method");
            }
        }
        Promise.of(answered, promised).check(answered);
    }
}
