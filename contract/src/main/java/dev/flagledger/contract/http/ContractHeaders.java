package dev.flagledger.contract.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
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
            "ETag, Retry-After, Flagledger-Checkpoint, Flagledger-Not-Recorded, Flagledger-Position, X-Flagsmith-Document-Updated-At,"
                    + " X-Request-Id";
    private static final String ALLOWED = String.join(
            ", ",
            "accept",
            "accept-encoding",
            "authorization",
            "baggage",
            "content-type",
            "dnt",
            "flagledger-note",
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

    /** The {@code Expires} header that was sent last, which all responses of the same second have. */
    private static volatile HttpField lastExpires = new PreEncodedHttpField(HttpHeader.EXPIRES, EXPIRED);

    private static final HttpField VERSION_FIELD = new PreEncodedHttpField(VERSION, CONTRACT_VERSION);
    private static final HttpField VARY_FIELD = new PreEncodedHttpField(HttpHeader.VARY, VARY);
    private static final HttpField CACHE_CONTROL = new PreEncodedHttpField(
            HttpHeader.CACHE_CONTROL, "max-age=0, no-cache, no-store, must-revalidate, private");
    private static final List<HttpField> AFTER_EXPIRY = List.of(
            new PreEncodedHttpField(HttpHeader.PRAGMA, "no-cache"),
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("X-Frame-Options", "DENY"),
            new PreEncodedHttpField("Referrer-Policy", "same-origin"),
            new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"));
    private static final HttpField ANY_ORIGIN = new PreEncodedHttpField("Access-Control-Allow-Origin", "*");
    private static final HttpField EXPOSED = new PreEncodedHttpField("Access-Control-Expose-Headers", READABLE);

    private static final HttpField CREDENTIALS = new PreEncodedHttpField("Access-Control-Allow-Credentials", "true");
    private static final String CREDENTIALED = ContractHeaders.class.getName() + ".credentialed";

    private ContractHeaders() {}

    /** Lets the page that sent the request, which must name its origin, send cookies. Before the headers are set. */
    public static void allowCredentials(HttpServletRequest request) {
        request.setAttribute(CREDENTIALED, request.getHeader("Origin"));
    }

    /** Sets the headers, including those of CORS for requests with an {@code Origin}. */
    public static void on(HttpServletRequest request, HttpServletResponse response) {
        on(request, response, VARY);
    }

    /** Sets the headers with another value of {@code Vary} than {@link #VARY}. */
    public static void on(HttpServletRequest request, HttpServletResponse response, String vary) {
        if (!response.containsHeader(VERSION)) {
            each(request, response, vary, field -> response.addHeader(field.getName(), field.getValue()));
        }
    }

    /** The same for an error that the container reports: it has taken away some of them. */
    public static void restore(HttpServletRequest request, HttpServletResponse response) {
        each(request, response, VARY, field -> response.setHeader(field.getName(), field.getValue()));
    }

    /** The same before the request has reached a servlet. */
    public static void on(Request request, Response response) {
        var headers = response.getHeaders();
        if (!headers.contains(VERSION)) {
            boolean crossOrigin = request.getHeaders().contains(HttpHeader.ORIGIN);
            each(VARY_FIELD, headers.get(HttpHeader.DATE), crossOrigin, headers::add);
        }
    }

    private static void each(
            HttpServletRequest request, HttpServletResponse response, String vary, Consumer<HttpField> to) {
        boolean crossOrigin = request.getHeader("Origin") != null;
        if (request.getAttribute(CREDENTIALED) instanceof String origin) {
            crossOrigin = false;
            to.accept(new HttpField("Access-Control-Allow-Origin", origin));
            to.accept(CREDENTIALS);
            to.accept(EXPOSED);
        }
        each(new HttpField(HttpHeader.VARY, vary), response.getHeader("Date"), crossOrigin, to);
    }

    /** Passes the headers on in their order. The response expires at its {@code Date}. */
    static void each(HttpField vary, @Nullable String date, boolean crossOrigin, Consumer<HttpField> to) {
        to.accept(VERSION_FIELD);
        to.accept(vary);
        to.accept(CACHE_CONTROL);
        to.accept(expires(Objects.requireNonNullElse(date, EXPIRED)));
        AFTER_EXPIRY.forEach(to);
        if (crossOrigin) {
            to.accept(ANY_ORIGIN);
            to.accept(EXPOSED);
        }
    }

    private static HttpField expires(String value) {
        var last = lastExpires;
        if (!value.equals(last.getValue())) {
            last = new PreEncodedHttpField(HttpHeader.EXPIRES, value);
            lastExpires = last;
        }
        return last;
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
