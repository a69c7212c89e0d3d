package dev.flagledger.access.security.credential;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * Authenticates credentials of one kind.
 *
 * @param kind type of the credentials
 * @param holder looks up the owner; empty if they are invalid
 * @param refusal message for invalid credentials
 */
public record CallerProvider<C extends RequestCredentials>(
        Class<C> kind, Function<C, Optional<KnownCaller>> holder, String refusal) implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication shown) {
        var caller = holder.apply(kind.cast(shown)).orElseThrow(() -> new BadCredentialsException(refusal));
        var authenticated = new PreAuthenticatedAuthenticationToken(caller.actor(), null, List.of());
        authenticated.setDetails(caller.session());
        return authenticated;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return kind.isAssignableFrom(authentication);
    }
}
