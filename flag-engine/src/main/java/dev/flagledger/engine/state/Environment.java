package dev.flagledger.engine.state;

import dev.flagledger.api.environment.EnvironmentEvent;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookAdded;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookChanged;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookRemoved;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.flag.StateSeed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * An environment of a project.
 *
 * @param flags its flags, by feature id
 * @param webhooks its receivers, by id
 * @param updatedAt when anything that applications are served last changed, here or in the project. Grows with each
 *     change, also where the clocks of two nodes disagree: an application that knows it asks again only for a later one
 */
public record Environment(
        int id,
        UUID uuid,
        int projectId,
        EnvironmentSettings settings,
        PMap<Integer, Flag> flags,
        PSortedMap<Integer, Webhook> webhooks,
        Instant updatedAt) {

    static Environment of(EnvironmentCreated e, Instant at) {
        PMap<Integer, Flag> flags = HashTreePMap.empty();
        for (var seed : e.states()) {
            flags = flags.plus(seed.featureId(), Flag.of(seed, at));
        }
        return new Environment(e.environmentId(), e.uuid(), e.projectId(), e.settings(), flags, TreePMap.empty(), at);
    }

    /** The flag of this feature; fails if the environment never had one. */
    public Flag flag(int featureId) {
        return Known.in(flags, featureId, "flag of feature");
    }

    /** The flag whose default state has this id. */
    public Optional<Flag> flagOfState(int featureStateId) {
        return flags.values().stream()
                .filter(flag -> flag.standard().id() == featureStateId)
                .findAny();
    }

    Environment evolve(EnvironmentEvent event, Instant at) {
        return switch (event) {
            case EnvironmentCreated e -> of(e, at);
            case EnvironmentChanged e ->
                new Environment(id, uuid, projectId, e.settings(), flags, webhooks, updated(at));
            case WebhookAdded e -> withWebhook(new Webhook(e.webhookId(), e.url(), e.enabled(), at, at));
            case WebhookChanged e -> {
                var before = Known.in(webhooks, e.webhookId(), "webhook");
                yield withWebhook(new Webhook(before.id(), e.url(), e.enabled(), before.createdAt(), at));
            }
            case WebhookRemoved e ->
                new Environment(id, uuid, projectId, settings, flags, webhooks.minus(e.webhookId()), updatedAt);
        };
    }

    Environment seeded(StateSeed seed, Instant at) {
        return withFlag(seed.featureId(), Flag.of(seed, at), at);
    }

    Environment changed(int featureId, UnaryOperator<Flag> change, Instant at) {
        return withFlag(featureId, change.apply(flag(featureId)), at);
    }

    private Environment withFlag(int featureId, Flag flag, Instant at) {
        return new Environment(id, uuid, projectId, settings, flags.plus(featureId, flag), webhooks, updated(at));
    }

    /** After a change of the project that its applications may see. */
    Environment touched(Instant at) {
        return new Environment(id, uuid, projectId, settings, flags, webhooks, updated(at));
    }

    private Instant updated(Instant at) {
        return at.isAfter(updatedAt) ? at : updatedAt.plus(1, ChronoUnit.MICROS);
    }

    private Environment withWebhook(Webhook webhook) {
        return new Environment(id, uuid, projectId, settings, flags, webhooks.plus(webhook.id(), webhook), updatedAt);
    }
}
