package dev.flagledger.access.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import tools.jackson.databind.json.JsonMapper;

/** The answer to callers who do not say who they are, or not truthfully. */
final class Unauthenticated implements AuthenticationEntryPoint {

    /** What is said to callers who do not say who they are, or who are not asked for at this door. */
    static final String UNNAMED = "Authentication credentials were not provided.";

    private final JsonMapper json;

    Unauthenticated(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        write(response, UNNAMED);
    }

    void write(HttpServletResponse response, String problem) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Cookie realm=\"api\"");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(Map.of("detail", problem)));
    }
}
