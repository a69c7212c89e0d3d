package dev.flagledger.query.sdk.flags;

import dev.flagledger.contract.http.AcceptEncoding;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.http.HttpStatus;

/** Sends answers whose bytes are there already. */
public final class PreparedResponses {

    /** What an answer varies by that has several forms. */
    static final String VARY = ApplicationServlet.VARY + ", Accept-Encoding";

    private PreparedResponses() {}

    /** Answers with JSON in the form that the client prefers. */
    public static void send(HttpServletRequest request, HttpServletResponse response, PreparedBody body)
            throws IOException {
        boolean gzip = prefersGzip(request);
        vary(response);
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        send(response, HttpStatus.OK, body.bytes(gzip));
    }

    /** Whether the client prefers a compressed answer. */
    public static boolean prefersGzip(HttpServletRequest request) {
        return AcceptEncoding.prefersGzip(Collections.list(request.getHeaders("Accept-Encoding")));
    }

    /** Says that the answer depends on what the client accepts, whether or not it is compressed. */
    public static void vary(HttpServletResponse response) {
        response.setHeader("Vary", VARY);
    }

    /** Answers with what is JSON already. */
    public static void send(HttpServletResponse response, HttpStatus status, byte[] body) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
