package dev.flagledger.engine.state;

import dev.flagledger.api.environment.EnvironmentEvent;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.environment.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.environment.EnvironmentEvent.ServerKeyChanged;
import dev.flagledger.api.environment.EnvironmentEvent.ServerKeyRemoved;
import dev.flagledger.api.environment.EnvironmentEvent.VersioningDisabled;
import dev.flagledger.api.environment.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookAdded;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookChanged;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookRemoved;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.environment.ServerKey;
import dev.flagledger.api.flag.StateSeed;
import dev.flagledger.api.version.VersionEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * An environment of a project.
 *
 * @param flags its flags, by feature id
 * @param webhooks its receivers, by id
 * @param serverKeys the keys that applications' servers hold, by id
 * @param updatedAt when anything that applications are served last changed, here or in the project. Grows with each
 *     change, also where the clocks of two nodes disagree: an application that knows it asks again only for a later one
 * @param versioning what the uuids of its flags' first versions are derived from; null if it keeps no versions
 */
public record Environment(
        int id,
        UUID uuid,
        int projectId,
        EnvironmentSettings settings,
        PMap<Integer, Flag> flags,
        PSortedMap<Integer, Webhook> webhooks,
        PSortedMap<Integer, IssuedKey> serverKeys,
        Instant updatedAt,
        @Nullable UUID versioning) {

    static Environment of(EnvironmentCreated e, Instant at) {
        return of(e.environmentId(), e.uuid(), e.projectId(), e.settings(), e.states(), at);
    }

    static Environment of(EnvironmentCloned e, Instant at) {
        return of(e.environmentId(), e.uuid(), e.projectId(), e.settings(), e.states(), at);
    }

    private static Environment of(
            int id, UUID uuid, int projectId, EnvironmentSettings settings, List<StateSeed> seeds, Instant at) {
        PMap<Integer, Flag> flags = HashTreePMap.empty();
        for (var seed : seeds) {
            flags = flags.plus(seed.featureId(), Flag.of(seed, at));
        }
        return new Environment(id, uuid, projectId, settings, flags, TreePMap.empty(), TreePMap.empty(), at, null);
    }

    /** The environment as a copy of this one. */
    Environment after(Environment source) {
        return changed(flag -> {
            var from = source.flags.get(flag.seed().featureId());
            return from == null ? flag : flag.after(from);
        });
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
            case EnvironmentCloned e -> of(e, at);
            case EnvironmentChanged e -> copy(e.settings(), flags, webhooks, serverKeys, updated(at));
            case WebhookAdded e -> withWebhook(new Webhook(e.webhookId(), e.url(), e.enabled(), at, at));
            case WebhookChanged e -> {
                var before = Known.in(webhooks, e.webhookId(), "webhook");
                yield withWebhook(new Webhook(before.id(), e.url(), e.enabled(), before.createdAt(), at));
            }
            case WebhookRemoved e -> copy(settings, flags, webhooks.minus(e.webhookId()), serverKeys, updatedAt);
            case ServerKeyAdded e -> withServerKey(new IssuedKey(e.key(), at));
            case ServerKeyChanged e -> {
                var before = Known.in(serverKeys, e.key().id(), "server key");
                yield withServerKey(new IssuedKey(e.key(), before.createdAt()));
            }
            case ServerKeyRemoved e -> copy(settings, flags, webhooks, serverKeys.minus(e.keyId()), updatedAt);
            case VersioningEnabled e ->
                versioned(e.uuid()).changed(flag -> flag.with(Versions.beginning(e.uuid(), flag, at)));
            case VersioningDisabled _ -> versioned(null).changed(flag -> flag.with(Versions.NONE));
            case EnvironmentDeleted _ -> throw new IllegalStateException("its project forgets a deleted environment");
        };
    }

    /** A server-side key and when it was made. */
    public record IssuedKey(ServerKey key, Instant createdAt) {}

    Environment seeded(StateSeed seed, Instant at) {
        var flag = Flag.of(seed, at);
        var versions = versioning == null ? Versions.NONE : Versions.beginning(versioning, flag, at);
        return withFlag(seed.featureId(), flag.with(versions), at);
    }

    /** The environment after an event of a version, which is no news to applications. */
    Environment evolve(VersionEvent event, @Nullable Integer by, Instant at) {
        var flag = flags.get(event.featureId());
        return flag == null ? this : with(flag.with(flag.versions().evolve(event, flag, by, at)));
    }

    private Environment versioned(@Nullable UUID derivedFrom) {
        return new Environment(id, uuid, projectId, settings, flags, webhooks, serverKeys, updatedAt, derivedFrom);
    }

    /** The environment with this flag changed; the same if its feature has been deleted. */
    Environment changed(int featureId, UnaryOperator<Flag> change, Instant at) {
        var flag = flags.get(featureId);
        return flag == null ? this : withFlag(featureId, change.apply(flag), at);
    }

    /** The environment with all its flags changed; the same if none does. */
    Environment changed(UnaryOperator<Flag> change, Instant at) {
        var changed = changed(change);
        return changed.flags.equals(flags) ? this : changed.touched(at);
    }

    /** The same where the change alone is no news to applications. */
    Environment changed(UnaryOperator<Flag> change) {
        var changed = flags;
        for (var flag : flags.values()) {
            var now = change.apply(flag);
            changed = now.equals(flag) ? changed : changed.plus(flag.seed().featureId(), now);
        }
        return copy(settings, changed, webhooks, serverKeys, updatedAt);
    }

    Environment with(Flag flag) {
        return copy(settings, flags.plus(flag.seed().featureId(), flag), webhooks, serverKeys, updatedAt);
    }

    Environment withoutFlag(int featureId) {
        return copy(settings, flags.minus(featureId), webhooks, serverKeys, updatedAt);
    }

    private Environment withFlag(int featureId, Flag flag, Instant at) {
        return copy(settings, flags.plus(featureId, flag), webhooks, serverKeys, updated(at));
    }

    /** After a change of the project that its applications may see. */
    Environment touched(Instant at) {
        return copy(settings, flags, webhooks, serverKeys, updated(at));
    }

    private Instant updated(Instant at) {
        return at.isAfter(updatedAt) ? at : updatedAt.plus(1, ChronoUnit.MICROS);
    }

    private Environment withWebhook(Webhook webhook) {
        return copy(settings, flags, webhooks.plus(webhook.id(), webhook), serverKeys, updatedAt);
    }

    private Environment withServerKey(IssuedKey key) {
        return copy(settings, flags, webhooks, serverKeys.plus(key.key().id(), key), updatedAt);
    }

    private Environment copy(
            EnvironmentSettings newSettings,
            PMap<Integer, Flag> newFlags,
            PSortedMap<Integer, Webhook> newWebhooks,
            PSortedMap<Integer, IssuedKey> newServerKeys,
            Instant at) {
        return new Environment(id, uuid, projectId, newSettings, newFlags, newWebhooks, newServerKeys, at, versioning);
    }
}
