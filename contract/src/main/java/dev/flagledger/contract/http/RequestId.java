package dev.flagledger.contract.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** Identifies a request in its response, in the metadata of its events and in the server's log. */
public final class RequestId {

    /** The name of the request and response header. */
    public static final String HEADER = "X-Request-Id";

    private static final String WELL_FORMED = "[A-Za-z0-9._-]{1,64}";

    private RequestId() {}

    /** The sender's id if it is well-formed, otherwise a random one that stays the same for the request. */
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
