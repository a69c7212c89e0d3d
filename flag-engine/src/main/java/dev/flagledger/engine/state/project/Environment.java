package dev.flagledger.engine.state.project;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.environment.ServerKey;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.engine.Lookup;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.engine.state.webhook.EnvironmentWebhooks;
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
 * @param serverKeys its server keys, by id
 * @param updatedAt time of the last event that may have changed what applications see, here, in the project or in its organisation.
 *     Which events these are depends on their kind alone, since retention removes others. Strictly increasing even if clocks of nodes
 *     differ, since applications use it as a validator
 * @param versioning seed of the uuids of first versions; null if versioning is disabled
 * @param firstEvaluation first request of an application; null for none
 */
public record Environment(
        int id,
        UUID uuid,
        int projectId,
        EnvironmentSettings settings,
        PMap<Integer, Flag> flags,
        EnvironmentWebhooks webhooks,
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
                id, uuid, projectId, settings, flags, EnvironmentWebhooks.NONE, TreePMap.empty(), at, null, null);
    }

    /** Returns this environment with the lineages of the states of its source. */
    Environment after(Environment source) {
        return changed(flag -> {
            var from = source.flags.get(flag.featureId());
            return from == null ? flag : flag.after(from);
        });
    }

    /** Returns the flag of this feature, which must exist. */
    public Flag flag(int featureId) {
        return Lookup.required(flags, featureId, "flag of feature");
    }

    /** Returns the flag whose default has this id. */
    public Optional<Flag> flagOfState(int featureStateId) {
        return flags.values().stream()
                .filter(flag -> flag.environmentDefault().id() == featureStateId)
                .findAny();
    }

    /** Returns the overrides for an identity, sorted by the ids of the states. */
    public List<FlagState> overridesOf(int identityId) {
        return flags.values().stream()
                .flatMap(flag -> Stream.ofNullable(flag.identities().get(identityId))
                        .map(override -> FlagState.of(flag, override)))
                .sorted(Comparator.comparingInt(FlagState::id))
                .toList();
    }

    /** A server key with its creation time. */
    public record IssuedKey(ServerKey key, Instant createdAt) {}

    /** The first request of an application, with the name of its SDK. */
    public record Evaluation(Instant at, String sdk) {}

    Environment seeded(InitialState seed, Instant at) {
        var flag = Flag.of(seed, at);
        return withFlag(seed.featureId(), versioning == null ? flag : flag.withVersions(versioning, at), at);
    }

    /** Returns the environment after an event of a version, which does not affect applications. */
    Environment evolve(VersionEvent event, @Nullable Integer by, Instant at) {
        var flag = flags.get(event.featureId());
        // An event that was recorded concurrently with the end of versioning has no effect.
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

    /** Changes this flag, unless its feature has been deleted. */
    Environment changed(int featureId, UnaryOperator<Flag> change, Instant at) {
        var flag = flags.get(featureId);
        return flag == null ? this : withFlag(featureId, change.apply(flag), at);
    }

    /** Changes all flags, but not the time. */
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

    /** Updates the time after a change of the project that applications can see. */
    Environment touched(Instant at) {
        return copy(settings, flags, webhooks, serverKeys, UpdateTime.after(updatedAt, at));
    }

    Environment with(EnvironmentSettings changed, Instant at) {
        return copy(changed, flags, webhooks, serverKeys, UpdateTime.after(updatedAt, at));
    }

    Environment withoutServerKey(int keyId) {
        return copy(settings, flags, webhooks, serverKeys.minus(keyId), updatedAt);
    }

    /** Returns the environment after an event of a webhook, which does not affect applications. */
    Environment evolve(WebhookEvent event, Instant at) {
        return copy(settings, flags, webhooks.evolve(event, at), serverKeys, updatedAt);
    }

    Environment withServerKey(IssuedKey key) {
        return copy(settings, flags, webhooks, serverKeys.plus(key.key().id(), key), updatedAt);
    }

    private Environment copy(
            EnvironmentSettings newSettings,
            PMap<Integer, Flag> newFlags,
            EnvironmentWebhooks newWebhooks,
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
