package dev.flagledger.access.security.chain;

import dev.flagledger.access.security.Caller;
import dev.flagledger.access.session.application.ApplicationScope;
import dev.flagledger.contract.error.text.access.LoginRuleTexts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps applications that act for a user within their scope. No application consents for the user to another one. Those with the scope
 * {@code mcp} neither change the account nor create credentials, which would remain when their access ends.
 */
final class ApplicationRules extends OncePerRequestFilter {

    private static final RequestMatcher CONSENT = path("/api/v1/oauth/**");

    /** What applications of all scopes may know: for whom they act. */
    private static final RequestMatcher OWN_USER =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/api/v1/auth/users/me");

    private final RequestMatcher credentials;
    private final JsonMapper json;

    /** @param usersOnly the routes that are for users only, which are those about credentials */
    ApplicationRules(String[] usersOnly, JsonMapper json) {
        this.credentials = new OrRequestMatcher(
                Stream.concat(Stream.of("/api/v1/auth/**", "/api/v1/accounts/**"), Arrays.stream(usersOnly))
                        .map(ApplicationRules::path)
                        .toList());
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = Caller.session();
        var application = session == null ? null : session.application();
        if (application == null || allows(application.scope(), request)) {
            chain.doFilter(request, response);
        } else {
            refuse(response);
        }
    }

    private boolean allows(ApplicationScope scope, HttpServletRequest request) {
        if (CONSENT.matches(request)) {
            return false;
        }
        return switch (scope) {
            case ADMIN_API -> true;
            case MCP -> OWN_USER.matches(request) || !credentials.matches(request);
        };
    }

    /** As RFC 6750, 3.1 has it. */
    private void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(Map.of("detail", LoginRuleTexts.OUT_OF_SCOPE)));
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
