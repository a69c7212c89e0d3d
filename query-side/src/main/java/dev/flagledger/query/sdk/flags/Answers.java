package dev.flagledger.query.sdk.flags;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Sends answers whose bytes are there already. */
public final class Answers {

    private Answers() {}

    /** Answers with what is JSON already. */
    public static void send(HttpServletResponse response, HttpStatus status, byte[] body) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
