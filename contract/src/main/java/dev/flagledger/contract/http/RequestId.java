package dev.flagledger.contract.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** Names a request: in its answer, beside its events and in the server's log. */
public final class RequestId {

    /** The header, in both directions. */
    public static final String HEADER = "X-Request-Id";

    private static final String WELL_FORMED = "[A-Za-z0-9._-]{1,64}";

    private RequestId() {}

    /** The name that the sender gave it, if that is well-formed; else one that is drawn once for the request. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(HEADER) instanceof String known) {
            return known;
        }
        var given = request.getHeader(HEADER);
        var id = given != null && given.matches(WELL_FORMED)
                ? given
                : UUID.randomUUID().toString();
        request.setAttribute(HEADER, id);
        return id;
    }
}
