package dev.flagledger.access.secret;

import java.util.Collection;
import org.springframework.stereotype.Component;

/** Deletes the secrets of an environment. Takes part in the caller's transaction. */
@Component
public class EnvironmentSecrets {

    private final ServerKeys serverKeys;
    private final WebhookSecrets webhooks;

    EnvironmentSecrets(ServerKeys serverKeys, WebhookSecrets webhooks) {
        this.serverKeys = serverKeys;
        this.webhooks = webhooks;
    }

    /** Deletes the server keys of an environment and the secrets of these webhooks of it. */
    public void forget(int environmentId, Collection<Integer> webhookIds) {
        serverKeys.removeAllOf(environmentId);
        webhookIds.forEach(webhooks::remove);
    }
}
