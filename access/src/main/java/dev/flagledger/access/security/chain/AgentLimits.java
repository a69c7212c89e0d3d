package dev.flagledger.access.security.chain;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What is refused to applications with the scope {@code mcp}: whatever would let somebody in, or give rights, when their access has ended,
 * and whatever touches accounts or how people log in. Invites are limited where they are read: to people without rights.
 */
final class AgentLimits {

    /** For whom the application acts. It may know that, although it is below a closed route. */
    private static final RequestMatcher OWN_USER =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/api/v1/auth/users/me");

    /** Routes of which nothing is open, since what they show lets somebody in, or is about accounts. */
    private static final List<String> CLOSED = List.of(
            "/api/v1/auth/**",
            "/api/v1/accounts/**",
            "/api/v1/users/join/**",
            "/api/v1/organisations/*/invite-links/**",
            "/api/v1/organisations/*/invites/*/resend",
            "/api/v1/organisations/*/erasures/**",
            "/api/v1/environments/*/api-keys/**",
            "/api/v1/projects/*/feature-health/providers/**");

    /** Routes that are only read: organisations, who is in them with which rights, and where the server sends what happens. */
    private static final List<String> READ_ONLY = List.of(
            "/api/v1/organisations/*",
            "/api/v1/organisations/*/login-policy/**",
            "/api/v1/organisations/*/retention/**",
            "/api/v1/organisations/*/users/**",
            "/api/v1/organisations/*/remove-users",
            "/api/v1/organisations/*/groups/**",
            "/api/v1/organisations/*/roles/**",
            "/api/v1/organisations/*/user-permissions/**",
            "/api/v1/organisations/*/user-group-permissions/**",
            "/api/v1/projects/*/user-permissions/**",
            "/api/v1/projects/*/user-group-permissions/**",
            "/api/v1/environments/*/user-permissions/**",
            "/api/v1/environments/*/user-group-permissions/**",
            "/api/v1/organisations/*/webhooks/**",
            "/api/v1/environments/*/webhooks/**",
            "/api/v1/environments/*/integrations/webhook/**",
            "/api/v1/webhooks/test");

    private static final Set<String> READS =
            Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

    private static final RequestMatcher CLOSED_ROUTES =
            any(Stream.concat(CLOSED.stream(), Stream.of(UsersOnly.routes())));
    private static final RequestMatcher READ_ONLY_ROUTES = any(READ_ONLY.stream());

    private AgentLimits() {}

    /** Whether the route is open to applications with the scope {@code mcp}, by the path and the method of the request. */
    static boolean allow(HttpServletRequest request) {
        if (OWN_USER.matches(request)) {
            return true;
        }
        return !CLOSED_ROUTES.matches(request)
                && (READS.contains(request.getMethod()) || !READ_ONLY_ROUTES.matches(request));
    }

    private static RequestMatcher any(Stream<String> patterns) {
        return new OrRequestMatcher(patterns.map(PathPatternRequestMatcher.withDefaults()::matcher)
                .map(RequestMatcher.class::cast)
                .toList());
    }
}
