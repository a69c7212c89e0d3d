package dev.flagledger.access.security.cookie;

import dev.flagledger.access.session.CookieSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;

/** The origins of pages whose requests may be authenticated by a cookie. */
@Component
final class Origins {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final CookieSettings settings;

    Origins(CookieSettings settings) {
        this.settings = settings;
    }

    /** Returns whether the request was sent by a page of another origin that is listed. */
    boolean isListed(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return settings.enabled() && origin != null && settings.origins().contains(origin);
    }

    /** Returns whether the request says that it was sent by a page of an origin that is neither listed nor the server's. */
    boolean isForeign(HttpServletRequest request) {
        return CorsUtils.isCorsRequest(request) && !isListed(request);
    }

    /**
     * Returns whether a cookie counts with the request. Browsers name the origin with every request that may change
     * something.
     */
    boolean letCookiesCount(HttpServletRequest request) {
        boolean named = request.getHeader(HttpHeaders.ORIGIN) != null;
        return !isForeign(request) && (named || SAFE.contains(request.getMethod()));
    }
}
