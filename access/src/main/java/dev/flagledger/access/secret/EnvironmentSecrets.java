package dev.flagledger.access.secret;

import java.util.Collection;
import org.springframework.stereotype.Component;

/** All that is kept for an environment, to be forgotten when it ends. Takes part in the caller's transaction. */
@Component
public class EnvironmentSecrets {

    private final ServerKeys serverKeys;
    private final WebhookSecrets webhooks;

    EnvironmentSecrets(ServerKeys serverKeys, WebhookSecrets webhooks) {
        this.serverKeys = serverKeys;
        this.webhooks = webhooks;
    }

    /** Forgets the keys of an environment, and the secrets of these, its webhooks. */
    public void forget(int environmentId, Collection<Integer> webhookIds) {
        serverKeys.removeAllOf(environmentId);
        webhookIds.forEach(webhooks::remove);
    }
}
