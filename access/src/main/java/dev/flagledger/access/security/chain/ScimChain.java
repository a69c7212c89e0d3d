package dev.flagledger.access.security.chain;

import dev.flagledger.access.security.credential.KnownCaller;
import dev.flagledger.access.security.credential.KnownCallers;
import dev.flagledger.contract.error.text.access.ScimTexts;
import dev.flagledger.contract.http.Credentials;
import dev.flagledger.contract.scim.ScimAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The routes of directories: {@code Authorization: Bearer} with the token of an organisation's directory. No other credentials are
 * accepted there, and this token nowhere else.
 */
@Configuration(proxyBeanMethods = false)
class ScimChain {

    private static final String CHALLENGE = "Bearer realm=\"scim\"";

    @Bean
    @Order(0)
    SecurityFilterChain directories(HttpSecurity http, KnownCallers callers) {
        return SecurityConfiguration.bare(http)
                .securityMatcher("/api/v1/scim/v2/**")
                .addFilterBefore(new Login(callers), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    private static final class Login extends OncePerRequestFilter {

        private final KnownCallers callers;

        Login(KnownCallers callers) {
            this.callers = callers;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var caller = caller(request);
            if (caller.isEmpty()) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
                ScimAnswer.write(response, HttpStatus.UNAUTHORIZED, ScimTexts.UNNAMED);
                return;
            }
            SecurityContextHolder.getContext()
                    .setAuthentication(
                            new PreAuthenticatedAuthenticationToken(caller.get().actor(), null, List.of()));
            chain.doFilter(request, response);
        }

        private Optional<KnownCaller> caller(HttpServletRequest request) {
            return Credentials.bearer(request).flatMap(token -> callers.ofDirectory(token, request));
        }
    }
}
