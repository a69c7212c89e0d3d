package dev.flagledger.contract.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * The headers of every API response, errors included. A filter sets them for controllers; servlets that bypass Spring MVC for
 * speed must set them themselves.
 */
public final class ContractHeaders {

    /** The release of Flagsmith whose wire format this server implements. */
    public static final String CONTRACT_VERSION = "2.265.0";

    /** The value of {@code Vary} for most responses. */
    public static final String VARY = "Accept, Origin";

    private static final String VERSION = "Flagsmith-Version";
    private static final String READABLE =
            "ETag, Retry-After, Flagledger-Not-Recorded, Flagledger-Position, X-Flagsmith-Document-Updated-At,"
                    + " X-Request-Id";
    private static final String ALLOWED = String.join(
            ", ",
            "accept",
            "accept-encoding",
            "authorization",
            "baggage",
            "content-type",
            "dnt",
            "flagledger-position",
            "flagsmith-application-name",
            "flagsmith-application-version",
            "flagsmith-sdk-user-agent",
            "if-none-match",
            "origin",
            "sentry-trace",
            "traceparent",
            "tracestate",
            "user-agent",
            "x-api-key",
            "x-csrftoken",
            "x-e2e-test-auth-token",
            "x-environment-key",
            "x-request-id",
            "x-requested-with");

    /** No date, which counts as past: RFC 9111, 5.3. */
    private static final String EXPIRED = "0";

    private static final HttpField ANY_ORIGIN = new HttpField("Access-Control-Allow-Origin", "*");

    private static final HttpField EXPOSED = new HttpField("Access-Control-Expose-Headers", READABLE);

    private ContractHeaders() {}

    /** Sets the headers, including those of CORS for requests with an {@code Origin}. */
    public static void on(HttpServletRequest request, HttpServletResponse response) {
        on(request, response, VARY);
    }

    /** Sets the headers with another value of {@code Vary} than {@link #VARY}. */
    public static void on(HttpServletRequest request, HttpServletResponse response, String vary) {
        if (!response.containsHeader(VERSION)) {
            all(vary, response.getHeader("Date"), request.getHeader("Origin") != null)
                    .forEach(field -> response.addHeader(field.getName(), field.getValue()));
        }
    }

    /** The same for an error that the container reports: it has taken away some of them. */
    public static void restore(HttpServletRequest request, HttpServletResponse response) {
        all(VARY, response.getHeader("Date"), request.getHeader("Origin") != null)
                .forEach(field -> response.setHeader(field.getName(), field.getValue()));
    }

    /** The same before the request has reached a servlet. */
    public static void on(Request request, Response response) {
        if (!response.getHeaders().contains(VERSION)) {
            all(
                            VARY,
                            response.getHeaders().get(HttpHeader.DATE),
                            request.getHeaders().contains(HttpHeader.ORIGIN))
                    .forEach(response.getHeaders()::add);
        }
    }

    /** @param date the response's {@code Date}, at which it expires; null if it has none */
    private static Stream<HttpField> all(String vary, @Nullable String date, boolean fromOtherOrigin) {
        var first = Stream.of(
                new HttpField(VERSION, CONTRACT_VERSION),
                new HttpField("Vary", vary),
                new HttpField("Cache-Control", "max-age=0, no-cache, no-store, must-revalidate, private"),
                new HttpField("Expires", Objects.requireNonNullElse(date, EXPIRED)),
                new HttpField("Pragma", "no-cache"),
                new HttpField("X-Content-Type-Options", "nosniff"),
                new HttpField("X-Frame-Options", "DENY"),
                new HttpField("Referrer-Policy", "same-origin"),
                new HttpField("Cross-Origin-Opener-Policy", "same-origin"));
        return fromOtherOrigin ? Stream.concat(first, Stream.of(ANY_ORIGIN, EXPOSED)) : first;
    }

    /**
     * Answers CORS preflight requests, without authentication.
     *
     * @return whether the request was a preflight and is now answered
     */
    public static boolean answeredPreflight(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals("OPTIONS") || request.getHeader("Access-Control-Request-Method") == null) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Headers", ALLOWED);
        response.setHeader("Access-Control-Allow-Methods", "DELETE, GET, OPTIONS, PATCH, POST, PUT");
        response.setHeader("Access-Control-Max-Age", "86400");
        response.setContentLength(0);
        return true;
    }
}
