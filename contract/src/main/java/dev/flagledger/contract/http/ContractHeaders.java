package dev.flagledger.contract.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.FastHttpDateFormat;

/**
 * The headers that stand on every answer of the API, errors included. The filter before the controllers sets them; a servlet
 * that stands beside the controllers for speed must do it itself.
 */
public final class ContractHeaders {

    /** The release of Flagsmith whose wire format this server speaks. */
    public static final String CONTRACT_VERSION = "2.265.0";

    /** What every answer may vary by. */
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

    /** Sets them; for a browser that asks from another origin, also its leave to read the answer. */
    public static void on(HttpServletRequest request, HttpServletResponse response) {
        on(request, response, VARY);
    }

    /** The same for an address whose answers vary by more than {@link #VARY}, with all by which they do. */
    public static void on(HttpServletRequest request, HttpServletResponse response, String vary) {
        if (response.containsHeader(VERSION)) {
            return;
        }
        // Added, not set: to set one, the container looks through all.
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
     * Answers a browser that asks whether it may ask at all: 200 without a body, whoever is behind it.
     *
     * @return whether the request was such a question; it is answered then
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
