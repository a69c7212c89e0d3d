package dev.flagledger.engine.state.project;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.environment.ServerKey;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.engine.Known;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.FlagState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.IntTreePMap;
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
 * @param firstEvaluation when an application first came to it; null if none was noted
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
        @Nullable UUID versioning,
        @Nullable Evaluation firstEvaluation) {

    static Environment of(EnvironmentCreated e, Instant at) {
        return of(e.environmentId(), e.uuid(), e.projectId(), e.settings(), e.states(), at);
    }

    static Environment of(EnvironmentCloned e, Instant at) {
        return of(e.environmentId(), e.uuid(), e.projectId(), e.settings(), e.states(), at);
    }

    private static Environment of(
            int id, UUID uuid, int projectId, EnvironmentSettings settings, List<InitialState> seeds, Instant at) {
        PMap<Integer, Flag> flags = IntTreePMap.empty();
        for (var seed : seeds) {
            flags = flags.plus(seed.featureId(), Flag.of(seed, at));
        }
        return new Environment(
                id, uuid, projectId, settings, flags, TreePMap.empty(), TreePMap.empty(), at, null, null);
    }

    /** The environment as a copy of this one. */
    Environment after(Environment source) {
        return changed(flag -> {
            var from = source.flags.get(flag.featureId());
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
                .filter(flag -> flag.environmentDefault().id() == featureStateId)
                .findAny();
    }

    /** The overrides that an identity has here, by the ids of their states. */
    public List<FlagState> overridesOf(int identityId) {
        return flags.values().stream()
                .flatMap(flag -> Stream.ofNullable(flag.identities().get(identityId))
                        .map(override -> FlagState.of(flag, override)))
                .sorted(Comparator.comparingInt(FlagState::id))
                .toList();
    }

    /** A server-side key and when it was made. */
    public record IssuedKey(ServerKey key, Instant createdAt) {}

    /** That an application came, and what it came with. */
    public record Evaluation(Instant at, String sdk) {}

    Environment seeded(InitialState seed, Instant at) {
        var flag = Flag.of(seed, at);
        return withFlag(seed.featureId(), versioning == null ? flag : flag.withVersions(versioning, at), at);
    }

    /** The environment after an event of a version, which is no news to applications. */
    Environment evolve(VersionEvent event, @Nullable Integer by, Instant at) {
        var flag = flags.get(event.featureId());
        // An event that was recorded while the environment gave its versions up is of none.
        return flag == null || versioning == null ? this : with(flag.evolve(event, by, at));
    }

    Environment versioned(@Nullable UUID derivedFrom) {
        return new Environment(
                id, uuid, projectId, settings, flags, webhooks, serverKeys, updatedAt, derivedFrom, firstEvaluation);
    }

    Environment evaluated(Evaluation first) {
        return new Environment(
                id, uuid, projectId, settings, flags, webhooks, serverKeys, updatedAt, versioning, first);
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
            changed = now.equals(flag) ? changed : changed.plus(flag.featureId(), now);
        }
        return copy(settings, changed, webhooks, serverKeys, updatedAt);
    }

    Environment with(Flag flag) {
        return copy(settings, flags.plus(flag.featureId(), flag), webhooks, serverKeys, updatedAt);
    }

    Environment withoutFlag(int featureId) {
        return copy(settings, flags.minus(featureId), webhooks, serverKeys, updatedAt);
    }

    private Environment withFlag(int featureId, Flag flag, Instant at) {
        return copy(settings, flags.plus(featureId, flag), webhooks, serverKeys, UpdateTime.after(updatedAt, at));
    }

    /** After a change of the project that its applications may see. */
    Environment touched(Instant at) {
        return copy(settings, flags, webhooks, serverKeys, UpdateTime.after(updatedAt, at));
    }

    Environment with(EnvironmentSettings changed, Instant at) {
        return copy(changed, flags, webhooks, serverKeys, UpdateTime.after(updatedAt, at));
    }

    Environment withoutWebhook(int webhookId) {
        return copy(settings, flags, webhooks.minus(webhookId), serverKeys, updatedAt);
    }

    Environment withoutServerKey(int keyId) {
        return copy(settings, flags, webhooks, serverKeys.minus(keyId), updatedAt);
    }

    Environment withWebhook(Webhook webhook) {
        return copy(settings, flags, webhooks.plus(webhook.id(), webhook), serverKeys, updatedAt);
    }

    Environment withServerKey(IssuedKey key) {
        return copy(settings, flags, webhooks, serverKeys.plus(key.key().id(), key), updatedAt);
    }

    private Environment copy(
            EnvironmentSettings newSettings,
            PMap<Integer, Flag> newFlags,
            PSortedMap<Integer, Webhook> newWebhooks,
            PSortedMap<Integer, IssuedKey> newServerKeys,
            Instant at) {
        return new Environment(
                id,
                uuid,
                projectId,
                newSettings,
                newFlags,
                newWebhooks,
                newServerKeys,
                at,
                versioning,
                firstEvaluation);
    }
}
