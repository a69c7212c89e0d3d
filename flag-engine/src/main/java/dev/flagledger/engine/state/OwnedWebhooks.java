package dev.flagledger.engine.state;

import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.webhook.EnvironmentWebhooks;
import dev.flagledger.engine.state.webhook.Webhook;
import java.util.Map;
import org.pcollections.TreePMap;

/** Finds webhooks by their owners. */
public final class OwnedWebhooks {

    private OwnedWebhooks() {}

    /** Returns the webhooks of an owner by id, sorted; empty once the owner is deleted. */
    public static Map<Integer, Webhook> of(Installation installation, WebhookOwner owner) {
        return switch (owner.kind()) {
            case ENVIRONMENT -> ofEnvironment(installation, owner.id()).ofChanges();
            case IDENTITIES -> ofEnvironment(installation, owner.id()).ofIdentitiesById();
            case ORGANISATION ->
                installation
                        .organisation(owner.id())
                        .map(Organisation::webhooks)
                        .orElse(TreePMap.empty());
        };
    }

    private static EnvironmentWebhooks ofEnvironment(Installation installation, int id) {
        return installation.environment(id).map(Environment::webhooks).orElse(EnvironmentWebhooks.NONE);
    }
}
