package dev.flagledger.access.security.chain;

import dev.flagledger.access.security.Caller;
import dev.flagledger.access.session.application.ApplicationScope;
import dev.flagledger.contract.error.OutOfScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps applications that act for a user within their scope. No application consents for the user to another one, or does what
 * {@link AccountLimits} keeps to users themselves. Those with the scope {@code mcp} have what {@link AgentLimits} leaves them.
 */
final class ApplicationRules extends OncePerRequestFilter {

    private static final RequestMatcher CONSENT =
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/oauth/**");

    private final JsonMapper json;

    ApplicationRules(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var scope = Caller.scope();
        if (scope == null || allows(scope, request)) {
            chain.doFilter(request, response);
        } else {
            refuse(response);
        }
    }

    private static boolean allows(ApplicationScope scope, HttpServletRequest request) {
        if (CONSENT.matches(request) || !AccountLimits.allow(request)) {
            return false;
        }
        return switch (scope) {
            case ADMIN_API -> true;
            case MCP -> AgentLimits.allow(request);
        };
    }

    private void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, OutOfScope.CHALLENGE);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(OutOfScope.BODY));
    }
}
