package dev.flagledger.query.event.ask;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The URL of what follows an answer: that of the request, with other parameters. */
public final class NextLink {

    private NextLink() {}

    /**
     * The URL with the parameters of the request, sorted by name as in the links of other lists.
     *
     * @param changed the parameters that differ; null for those to be left out
     */
    public static String of(HttpServletRequest request, Map<String, @Nullable Object> changed) {
        var parameters = new TreeMap<>(request.getParameterMap());
        changed.forEach((name, value) -> {
            if (value == null) {
                parameters.remove(name);
            } else {
                parameters.put(name, new String[] {value.toString()});
            }
        });
        var link = ServletUriComponentsBuilder.fromRequestUri(request);
        if (!request.getRequestURI().endsWith("/")) {
            link.path("/");
        }
        parameters.forEach((name, values) -> link.queryParam(name, (Object[]) values));
        return link.encode().build().toUriString();
    }
}
