package dev.flagledger.access.security.credential;

import dev.flagledger.access.security.credential.RequestCredentials.ApiKey;
import dev.flagledger.access.security.credential.RequestCredentials.UserToken;
import dev.flagledger.contract.http.Credentials;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;

/**
 * The authentication methods {@code Authorization: Token …} for users and {@code Authorization: Api-Key …} for
 * organisations' keys. Each has its own message for invalid credentials; any other scheme is ignored.
 */
@Configuration(proxyBeanMethods = false)
class LoginMethods {

    private static final String NO_SUCH_KEY = "Valid Master API Key not found.";

    @Bean
    @Order(1)
    LoginMethod token(KnownCallers callers) {
        return new LoginMethod(
                LoginMethods::token,
                new CallerProvider<>(
                        UserToken.class,
                        shown -> callers.ofToken(shown.getCredentials(), shown.request()),
                        "Invalid token."));
    }

    @Bean
    @Order(2)
    LoginMethod apiKey(KnownCallers callers) {
        return new LoginMethod(
                LoginMethods::apiKey,
                new CallerProvider<>(
                        ApiKey.class, shown -> callers.ofKey(shown.getCredentials(), shown.request()), NO_SUCH_KEY));
    }

    private static @Nullable Authentication token(HttpServletRequest request) {
        var words = Credentials.of(request)
                .filter(shown -> shown.hasScheme("Token"))
                .map(Credentials::words)
                .orElse(null);
        if (words == null) {
            return null;
        }
        if (words.isEmpty()) {
            throw new BadCredentialsException("Invalid token header. No credentials provided.");
        }
        if (words.size() > 1) {
            throw new BadCredentialsException("Invalid token header. Token string should not contain spaces.");
        }
        return new UserToken(words.getFirst(), request);
    }

    private static @Nullable Authentication apiKey(HttpServletRequest request) {
        var words = Credentials.of(request)
                .filter(shown -> shown.hasScheme("Api-Key"))
                .map(Credentials::words)
                .orElse(null);
        if (words == null) {
            return null;
        }
        if (words.size() != 1) {
            throw new BadCredentialsException(NO_SUCH_KEY);
        }
        return new ApiKey(words.getFirst(), request);
    }
}
