package dev.flagledger.access.security.credential;

import dev.flagledger.access.trust.TrustCallers;
import dev.flagledger.access.trust.TrustRefused;
import dev.flagledger.access.trust.TrustTokens;
import dev.flagledger.contract.http.Credentials;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * The authentication method {@code Authorization: Bearer …} for workloads that an organisation trusts. Tokens that have expired, or
 * are not of this server, are ignored, as in Flagsmith.
 */
@Configuration(proxyBeanMethods = false)
class TrustLogin {

    @Bean
    @Order(4)
    LoginMethod trust(TrustTokens tokens, TrustCallers callers) {
        return new LoginMethod(request -> shown(tokens, request), new Provider(callers));
    }

    private static @Nullable Authentication shown(TrustTokens tokens, HttpServletRequest request) {
        return Credentials.bearer(request)
                .flatMap(tokens::trustOf)
                .map(Bearer::new)
                .orElse(null);
    }

    /** The bearer of a token for a trust relationship. */
    private static final class Bearer extends AbstractAuthenticationToken {

        private final int trustId;

        Bearer(int trustId) {
            super(List.of());
            this.trustId = trustId;
        }

        @Override
        public Integer getCredentials() {
            return trustId;
        }

        @Override
        public @Nullable Object getPrincipal() {
            return null;
        }
    }

    private record Provider(TrustCallers callers) implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication shown) {
            try {
                var caller = callers.of(((Bearer) shown).getCredentials());
                return new PreAuthenticatedAuthenticationToken(caller, null, List.of());
            } catch (TrustRefused e) {
                throw new BadCredentialsException(e.text());
            }
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return Bearer.class.isAssignableFrom(authentication);
        }
    }
}
