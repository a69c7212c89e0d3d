package dev.flagledger.query.sdk.flags;

import dev.flagledger.contract.http.AcceptEncoding;
import dev.flagledger.query.sdk.flags.body.PreparedBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.http.HttpStatus;

/** Sends encoded responses. */
public final class PreparedResponses {

    /** The value of {@code Vary} for responses that may be compressed. */
    public static final String VARY = ApplicationServlet.VARY + ", Accept-Encoding";

    private PreparedResponses() {}

    /** Sends the body in the form that the client prefers. */
    public static void send(HttpServletRequest request, HttpServletResponse response, PreparedBody body)
            throws IOException {
        boolean gzip = prefersGzip(request);
        response.setHeader("Vary", VARY);
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        send(response, HttpStatus.OK, body.bytes(gzip));
    }

    /** Returns whether the client prefers a compressed response. */
    public static boolean prefersGzip(HttpServletRequest request) {
        return AcceptEncoding.prefersGzip(Collections.list(request.getHeaders("Accept-Encoding")));
    }

    /** Sends encoded JSON. */
    public static void send(HttpServletResponse response, HttpStatus status, byte[] body) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
