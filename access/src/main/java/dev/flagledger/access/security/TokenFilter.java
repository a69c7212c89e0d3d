package dev.flagledger.access.security;

import dev.flagledger.api.Actor;
import dev.flagledger.contract.http.Credentials;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the caller from {@code Authorization: Token …}, a user's, or {@code Authorization: Api-Key …}, an organisation's. A
 * bad one is refused at once and with its own words; any other scheme counts as none.
 */
final class TokenFilter extends OncePerRequestFilter {

    private final KnownCallers callers;
    private final Unauthenticated refusal;

    TokenFilter(KnownCallers callers, Unauthenticated refusal) {
        this.callers = callers;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var problem =
                Credentials.of(request).map(shown -> problem(shown, request)).orElse(null);
        if (problem == null) {
            chain.doFilter(request, response);
        } else {
            refusal.write(response, problem);
        }
    }

    /** What is wrong with the credentials; null if nothing is. */
    private @Nullable String problem(Credentials shown, HttpServletRequest request) {
        if (shown.hasScheme("Token")) {
            return problemOfToken(shown.words(), request);
        }
        return shown.hasScheme("Api-Key") ? problemOfKey(shown.words(), request) : null;
    }

    private @Nullable String problemOfToken(List<String> words, HttpServletRequest request) {
        if (words.isEmpty()) {
            return "Invalid token header. No credentials provided.";
        }
        if (words.size() > 1) {
            return "Invalid token header. Token string should not contain spaces.";
        }
        return entered(callers.ofToken(words.getFirst(), request)) ? null : "Invalid token.";
    }

    private @Nullable String problemOfKey(List<String> words, HttpServletRequest request) {
        boolean known = words.size() == 1 && entered(callers.ofKey(words.getFirst(), request));
        return known ? null : "Valid Master API Key not found.";
    }

    private static boolean entered(Optional<Actor> caller) {
        caller.ifPresent(TokenFilter::enter);
        return caller.isPresent();
    }

    private static void enter(Actor actor) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(actor, null, List.of()));
        SecurityContextHolder.setContext(context);
    }
}
