package dev.flagledger.command.oauth;

import dev.flagledger.access.oauth.Applications.Outcome;
import dev.flagledger.access.oauth.IssuedTokens;
import dev.flagledger.access.oauth.TokenRequests;
import dev.flagledger.access.oauth.message.OAuthRefused;
import dev.flagledger.access.session.SessionRow;
import dev.flagledger.access.session.SessionRows;
import dev.flagledger.api.Actor;
import dev.flagledger.api.user.SessionCommand.RevokeApplication;
import dev.flagledger.command.context.CommandContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint that gives tokens to clients, for a code or for a refresh token. */
@RestController
class TokenController {

    private final OAuthForms forms;
    private final TokenRequests requests;
    private final SessionRows sessions;

    TokenController(OAuthForms forms, TokenRequests requests, SessionRows sessions) {
        this.forms = forms;
        this.requests = requests;
        this.sessions = sessions;
    }

    /** Issued tokens. The names are the protocol's. */
    record TokensView(String accessToken, long expiresIn, String tokenType, String scope, String refreshToken) {}

    @PostMapping("/o/token")
    TokensView issue(CommandContext context, HttpServletRequest request) throws IOException {
        return switch (requests.answer(forms.read(request))) {
            case Outcome.Issued(var tokens) -> view(tokens);
            case Outcome.Reused(var session) -> {
                revoke(context, session);
                throw OAuthRefused.invalidGrant();
            }
        };
    }

    private static TokensView view(IssuedTokens tokens) {
        return new TokensView(
                tokens.access(),
                IssuedTokens.ACCESS_LIFETIME.toSeconds(),
                "Bearer",
                tokens.scope().wireName(),
                tokens.refresh());
    }

    /** Of the client and of whoever else has its tokens, one has stolen them: both lose what they have (RFC 9700, 4.14). */
    private void revoke(CommandContext context, SessionRow session) {
        var account = session.account();
        context.by(Actor.user(account.userId(), account.email()))
                .send(
                        new RevokeApplication(account.userId(), session.id()),
                        () -> sessions.end(account.userId(), session.id()));
    }
}
