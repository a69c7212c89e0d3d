package dev.flagledger.access.security.credential;

import dev.flagledger.contract.error.Unauthorized;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import tools.jackson.databind.json.JsonMapper;

/** The response to missing or invalid credentials. */
public final class Unauthenticated implements AuthenticationEntryPoint {

    /** Message for missing credentials, or for callers of a kind that the route does not accept. */
    public static final String UNNAMED = "Authentication credentials were not provided.";

    private final JsonMapper json;

    public Unauthenticated(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        write(response, UNNAMED);
    }

    /** Writes the response, with the problem as its text. */
    public void write(HttpServletResponse response, String problem) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", Unauthorized.CHALLENGE);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(Map.of("detail", problem)));
    }
}
