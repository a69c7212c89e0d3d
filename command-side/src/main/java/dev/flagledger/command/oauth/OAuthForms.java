package dev.flagledger.command.oauth;

import dev.flagledger.access.oauth.message.FormMessage;
import dev.flagledger.contract.form.BodyReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Reads requests of the OAuth protocol as they were sent, since it also says which fields may not be repeated. */
@Component
class OAuthForms {

    private final BodyReader bodies;

    OAuthForms(BodyReader bodies) {
        this.bodies = bodies;
    }

    FormMessage read(HttpServletRequest request) throws IOException {
        return new FormMessage(
                request.getHeader(HttpHeaders.CONTENT_TYPE),
                text(request),
                request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    /** The query of a GET as if it was posted. */
    static FormMessage query(HttpServletRequest request) {
        return new FormMessage(
                FormMessage.TYPE,
                Objects.requireNonNullElse(request.getQueryString(), ""),
                request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    byte[] bytes(HttpServletRequest request) throws IOException {
        return bodies.bytes(request);
    }

    private String text(HttpServletRequest request) throws IOException {
        return new String(bytes(request), StandardCharsets.UTF_8);
    }
}
