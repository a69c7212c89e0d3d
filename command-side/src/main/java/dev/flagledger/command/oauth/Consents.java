package dev.flagledger.command.oauth;

import dev.flagledger.access.oauth.Applications;
import dev.flagledger.access.oauth.Consent;
import dev.flagledger.access.session.Consenting;
import dev.flagledger.access.session.SessionClient;
import dev.flagledger.api.user.SessionCommand.GrantApplication;
import dev.flagledger.command.context.CommandContext;
import java.net.URI;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Records that users let applications act for them. */
@Component
public class Consents {

    private final Applications applications;

    Consents(Applications applications) {
        this.applications = applications;
    }

    /**
     * Records a consent.
     *
     * @param context of the user who consents
     * @return where the browser is sent, with a code for the client
     * @throws dev.flagledger.access.oauth.message.OAuthRefused if what the user consents with has ended meanwhile
     */
    public URI grant(CommandContext context, Consenting user, Consent consent) {
        var request = context.attribution();
        var browser = new SessionClient(request.address(), request.agent());
        var id = UUID.randomUUID();
        var code = applications.drawCode();
        var client = consent.client();
        context.send(
                new GrantApplication(
                        user.userId(),
                        id,
                        client.id(),
                        client.name(),
                        client.scope().wireName()),
                () -> applications.grant(id, user, browser, consent, code));
        return consent.granted(code);
    }
}
