package dev.flagledger.query.sdk.flags;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Sends answers whose bytes are there already. */
public final class PreparedResponses {

    private PreparedResponses() {}

    /** Answers with what is JSON already. */
    public static void send(HttpServletResponse response, HttpStatus status, byte[] body) throws IOException {
        begin(response, status, body.length);
        response.getOutputStream().write(body);
    }

    /** Says what comes: so many bytes of JSON. */
    public static void begin(HttpServletResponse response, HttpStatus status, int length) {
        response.setStatus(status.value());
        response.setContentType("application/json");
        response.setContentLength(length);
    }
}
