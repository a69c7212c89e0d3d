package dev.flagledger.access.security.chain;

import dev.flagledger.access.security.Caller;
import dev.flagledger.access.security.credential.Unauthenticated;
import dev.flagledger.access.session.UserSession;
import dev.flagledger.access.session.rule.LoginDemands;
import dev.flagledger.access.session.rule.LoginRefusals;
import dev.flagledger.contract.error.text.access.LoginRuleTexts;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Enforces what organisations demand of logins for requests that are authenticated already. What {@link LoginRefusals} says has ended. A
 * user without a second factor, where one is demanded, may only set one up.
 */
final class SessionRules extends OncePerRequestFilter {

    /** What it takes to set up a second factor, and what the dashboard reads before it offers that. */
    private static final RequestMatcher WITHOUT_FACTOR = new OrRequestMatcher(
            path("/api/v1/auth/app/**"),
            path("/api/v1/auth/mfa/**"),
            path("/api/v1/auth/users/**"),
            path("/api/v1/auth/sessions/**"),
            path("/api/v1/auth/logout"),
            path("/api/v1/auth/token"),
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/api/v1/organisations"));

    private final History<Installation> history;
    private final LoginRefusals refusals;
    private final Unauthenticated unauthenticated;
    private final JsonMapper json;

    SessionRules(
            History<Installation> history, LoginRefusals refusals, Unauthenticated unauthenticated, JsonMapper json) {
        this.history = history;
        this.refusals = refusals;
        this.unauthenticated = unauthenticated;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = Caller.session();
        var user = Caller.current().userId();
        if (session == null || user == null) {
            chain.doFilter(request, response);
            return;
        }
        var refusal = refusals.of(user, session.way());
        if (refusal.isPresent()) {
            unauthenticated.write(response, refusal.get());
        } else if (lacksFactor(user, session) && !WITHOUT_FACTOR.matches(request)) {
            forbid(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean lacksFactor(int user, UserSession session) {
        return !session.secondFactor() && LoginDemands.secondFactor(history.state(), user, session.way());
    }

    private void forbid(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(Map.of("detail", LoginRuleTexts.SECOND_FACTOR_NEEDED)));
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
