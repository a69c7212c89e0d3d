package dev.flagledger.platform.security;

import dev.flagledger.api.Actor;
import dev.flagledger.platform.secrets.Accounts;
import dev.flagledger.platform.secrets.ApiKeys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
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

    private final Accounts accounts;
    private final ApiKeys keys;
    private final Clock clock;
    private final Unauthenticated refusal;

    TokenFilter(Accounts accounts, ApiKeys keys, Clock clock, Unauthenticated refusal) {
        this.accounts = accounts;
        this.keys = keys;
        this.clock = clock;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        var problem = header == null ? null : authenticate(header.strip().split("\\s+", -1));
        if (problem == null) {
            chain.doFilter(request, response);
        } else {
            refusal.write(response, problem);
        }
    }

    /** What is wrong with the header's words; null if nothing is. */
    private @Nullable String authenticate(String[] words) {
        if (words[0].equalsIgnoreCase("Token")) {
            return authenticateToken(words);
        }
        // Unlike the other one, this word is case-sensitive.
        return words[0].equals("Api-Key") ? authenticateKey(words) : null;
    }

    private @Nullable String authenticateToken(String[] words) {
        if (words.length == 1) {
            return "Invalid token header. No credentials provided.";
        }
        if (words.length > 2) {
            return "Invalid token header. Token string should not contain spaces.";
        }
        var account = accounts.byToken(words[1]);
        account.ifPresent(known -> enter(Actor.user(known.userId(), known.email())));
        return account.isEmpty() ? "Invalid token." : null;
    }

    private @Nullable String authenticateKey(String[] words) {
        var holder = words.length == 2 ? keys.holder(words[1], clock.instant()) : Optional.<ApiKeys.Holder>empty();
        holder.ifPresent(known -> enter(Actor.apiKey(known.keyId(), known.name())));
        return holder.isEmpty() ? "Valid Master API Key not found." : null;
    }

    private static void enter(Actor actor) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(actor, null, List.of()));
        SecurityContextHolder.setContext(context);
    }
}
