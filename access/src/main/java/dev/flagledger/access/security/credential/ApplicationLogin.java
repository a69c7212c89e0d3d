package dev.flagledger.access.security.credential;

import dev.flagledger.access.security.credential.RequestCredentials.AccessToken;
import dev.flagledger.contract.http.Credentials;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;

/**
 * The authentication method {@code Authorization: Bearer …} for applications that act for a user. Tokens that are unknown or have expired are
 * ignored, as in Flagsmith.
 */
@Configuration(proxyBeanMethods = false)
class ApplicationLogin {

    /** Which the tokens of workloads have, so that they need not be looked up. */
    private static final char IN_OTHER_TOKENS = '.';

    @Bean
    @Order(3)
    LoginMethod application(KnownCallers callers) {
        return new LoginMethod(
                request -> shown(callers, request),
                new CallerProvider<>(
                        AccessToken.class,
                        shown -> callers.ofBearer(shown.getCredentials(), shown.request()),
                        Unauthenticated.UNNAMED));
    }

    private static @Nullable Authentication shown(KnownCallers callers, HttpServletRequest request) {
        return Credentials.bearer(request)
                .filter(token -> token.indexOf(IN_OTHER_TOKENS) < 0)
                .filter(token -> callers.ofBearer(token, request).isPresent())
                .map(token -> new AccessToken(token, request))
                .orElse(null);
    }
}
