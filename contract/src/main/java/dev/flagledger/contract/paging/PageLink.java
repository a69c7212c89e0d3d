package dev.flagledger.contract.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The URL of another page of a list: that of the request, with other parameters. */
public final class PageLink {

    private PageLink() {}

    /**
     * As in Flagsmith, the path has a trailing slash, and the parameters are sorted by name.
     *
     * @param changed the parameters that differ from those of the request; null for those to be left out
     */
    public static String of(HttpServletRequest request, Map<String, ? extends @Nullable Object> changed) {
        var parameters = new TreeMap<>(request.getParameterMap());
        changed.forEach((name, value) -> {
            if (value == null) {
                parameters.remove(name);
            } else {
                parameters.put(name, new String[] {value.toString()});
            }
        });
        // The path is still encoded, while the parameters have been decoded.
        var link = ServletUriComponentsBuilder.fromRequestUri(request);
        if (!request.getRequestURI().endsWith("/")) {
            link.path("/");
        }
        parameters.forEach((name, values) -> {
            for (var value : values) {
                link.queryParam(encoded(name), encoded(value));
            }
        });
        return link.build().toUriString();
    }

    /** Also encodes the plus sign, which is valid in a URL but is read as a space. */
    private static String encoded(String text) {
        return UriUtils.encodeQueryParam(text, UTF_8).replace("+", "%2B");
    }
}
