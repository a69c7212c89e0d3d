package dev.flagledger.contract.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.FastHttpDateFormat;

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

    private ContractHeaders() {}

    /** Sets the headers, including those of CORS for requests with an {@code Origin}. */
    public static void on(HttpServletRequest request, HttpServletResponse response) {
        on(request, response, VARY);
    }

    /** Sets the headers with another value of {@code Vary} than {@link #VARY}. */
    public static void on(HttpServletRequest request, HttpServletResponse response, String vary) {
        if (response.containsHeader(VERSION)) {
            return;
        }
        // Added, not set: to set a header, the container searches all of them.
        response.addHeader(VERSION, CONTRACT_VERSION);
        response.addHeader("Vary", vary);
        response.addHeader("Cache-Control", "max-age=0, no-cache, no-store, must-revalidate, private");
        response.addHeader("Expires", FastHttpDateFormat.getCurrentDate());
        response.addHeader("Pragma", "no-cache");
        response.addHeader("X-Content-Type-Options", "nosniff");
        response.addHeader("X-Frame-Options", "DENY");
        response.addHeader("Referrer-Policy", "same-origin");
        response.addHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (request.getHeader("Origin") != null) {
            response.addHeader("Access-Control-Allow-Origin", "*");
            response.addHeader("Access-Control-Expose-Headers", READABLE);
        }
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
