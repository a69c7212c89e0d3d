package dev.flagledger.access.security.chain;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What is refused to applications of every scope: to end accounts and their sessions, to change what people log in with, and to try
 * passwords. An application ends its own access by a logout. That it erases nobody with an account is decided where erasures are read.
 */
final class AccountLimits {

    private static final RequestMatcher CLOSED = new OrRequestMatcher(Stream.of(
                    on(HttpMethod.DELETE, "/api/v1/auth/users/*"),
                    on(HttpMethod.DELETE, "/api/v1/auth/token"),
                    on(HttpMethod.DELETE, "/api/v1/auth/sessions/*"),
                    on(HttpMethod.POST, "/api/v1/auth/users/set_password"),
                    on(HttpMethod.POST, "/api/v1/auth/users/set_email"),
                    on(HttpMethod.POST, "/api/v1/auth/app/**"),
                    on(HttpMethod.POST, "/api/v1/auth/users/me/logins/**"),
                    on(HttpMethod.DELETE, "/api/v1/auth/users/me/logins/**"),
                    on(HttpMethod.POST, "/api/v1/auth/ldap/test"),
                    on(HttpMethod.PATCH, "/api/v1/accounts/*"))
            .toList());

    private AccountLimits() {}

    /** Whether the route is open to applications, by the path and the method of the request. */
    static boolean allow(HttpServletRequest request) {
        return !CLOSED.matches(request);
    }

    private static RequestMatcher on(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
