package dev.flagledger.access.federation;

import dev.flagledger.access.session.SessionRows;
import org.springframework.stereotype.Component;

/** Ends links with providers, and with them the sessions and tokens that the providers opened. Takes part in the caller's transaction. */
@Component
public class LinkEndings {

    private final LinkedLogins links;
    private final SessionRows sessions;

    LinkEndings(LinkedLogins links, SessionRows sessions) {
        this.links = links;
        this.sessions = sessions;
    }

    /** Ends the link of an account with a provider. */
    public void unlink(int userId, String provider) {
        var ended = FederatedProvider.ofKey(provider);
        links.unlink(userId, provider);
        sessions.endAllBy(userId, ended.method(), ended.id());
    }

    /** Ends all links with a provider of an organisation, which knows other people from now on, or none. */
    public void forget(FederatedProvider provider, int organisation) {
        links.forget(provider, organisation);
        sessions.endAllBy(provider.method(), provider.id());
    }
}
