package dev.flagledger.engine.state.webhook;

import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.api.webhook.WebhookOwner.Kind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The webhooks of an environment.
 *
 * @param ofChanges those that are told of changes, by id
 * @param ofIdentities the one that is told of evaluations for identities; null for none
 */
public record EnvironmentWebhooks(
        PSortedMap<Integer, Webhook> ofChanges, @Nullable Webhook ofIdentities) {

    public static final EnvironmentWebhooks NONE = new EnvironmentWebhooks(TreePMap.empty(), null);

    /** Returns the webhooks after an event of one of them. */
    public EnvironmentWebhooks evolve(WebhookEvent event, Instant at) {
        return event.owner().kind() == Kind.IDENTITIES
                ? new EnvironmentWebhooks(ofChanges, only(event, at))
                : new EnvironmentWebhooks(WebhookFold.evolve(ofChanges, event, at), ofIdentities);
    }

    /** The one before it may not have been removed if that was pruned. */
    private @Nullable Webhook only(WebhookEvent event, Instant at) {
        var after = WebhookFold.evolve(ofIdentitiesById(), event, at);
        return after.isEmpty() ? null : after.get(after.lastKey());
    }

    /** Returns the ids of all of them. */
    public List<Integer> ids() {
        return Stream.concat(
                        ofChanges.keySet().stream(),
                        Stream.ofNullable(ofIdentities).map(Webhook::id))
                .toList();
    }

    /** Returns the one that is told of evaluations as a map, which is empty without it. */
    public PSortedMap<Integer, Webhook> ofIdentitiesById() {
        PSortedMap<Integer, Webhook> none = TreePMap.empty();
        return ofIdentities == null ? none : none.plus(ofIdentities.id(), ofIdentities);
    }
}
