package dev.flagledger.command.oauth;

import dev.flagledger.access.oauth.TokenLookups;
import dev.flagledger.access.session.SessionRow;
import dev.flagledger.access.session.SessionRows;
import dev.flagledger.api.Actor;
import dev.flagledger.api.user.SessionCommand.EndSession;
import dev.flagledger.command.context.CommandContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint where clients give up what a user let them do (RFC 7009): all of it, whichever token they name. */
@RestController
class RevocationController {

    private final OAuthForms forms;
    private final TokenLookups tokens;
    private final SessionRows sessions;

    RevocationController(OAuthForms forms, TokenLookups tokens, SessionRows sessions) {
        this.forms = forms;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** The answer does not tell whether there was such a token. */
    @PostMapping("/o/revoke_token")
    ResponseEntity<Void> revoke(CommandContext context, HttpServletRequest request) throws IOException {
        tokens.givenUp(forms.read(request)).ifPresent(session -> end(context, session));
        return ResponseEntity.ok().build();
    }

    private void end(CommandContext context, SessionRow session) {
        var account = session.account();
        context.by(Actor.user(account.userId(), account.email()))
                .send(
                        new EndSession(account.userId(), session.id()),
                        () -> sessions.end(account.userId(), session.id()));
    }
}
