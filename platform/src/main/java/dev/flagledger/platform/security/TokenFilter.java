package dev.flagledger.platform.security;

import dev.flagledger.api.Actor;
import dev.flagledger.platform.http.Credentials;
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
        var problem = Credentials.of(request).map(this::problem).orElse(null);
        if (problem == null) {
            chain.doFilter(request, response);
        } else {
            refusal.write(response, problem);
        }
    }

    /** What is wrong with the credentials; null if nothing is. */
    private @Nullable String problem(Credentials shown) {
        if (shown.hasScheme("Token")) {
            return problemOfToken(shown.words());
        }
        return shown.hasScheme("Api-Key") ? problemOfKey(shown.words()) : null;
    }

    private @Nullable String problemOfToken(List<String> words) {
        if (words.isEmpty()) {
            return "Invalid token header. No credentials provided.";
        }
        if (words.size() > 1) {
            return "Invalid token header. Token string should not contain spaces.";
        }
        var account = accounts.byToken(words.getFirst());
        account.ifPresent(known -> enter(Actor.user(known.userId(), known.email())));
        return account.isEmpty() ? "Invalid token." : null;
    }

    private @Nullable String problemOfKey(List<String> words) {
        var holder =
                words.size() == 1 ? keys.holder(words.getFirst(), clock.instant()) : Optional.<ApiKeys.Holder>empty();
        holder.ifPresent(known -> enter(Actor.apiKey(known.keyId(), known.name())));
        return holder.isEmpty() ? "Valid Master API Key not found." : null;
    }

    private static void enter(Actor actor) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(actor, null, List.of()));
        SecurityContextHolder.setContext(context);
    }
}
