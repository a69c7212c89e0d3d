package dev.flagledger.query.sdk.identities.registry;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.identity.IdentityCommand.ChangeTraits;
import dev.flagledger.api.identity.IdentityCommand.CreateIdentity;
import dev.flagledger.api.identity.IdentityCommand.IncrementTrait;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.installation.identity.log.IdentityLog;
import dev.flagledger.installation.identity.log.IdentityState;
import dev.flagledger.ledger.database.DatabaseBreaker;
import dev.flagledger.ledger.load.LowPriorityWork;
import dev.flagledger.ledger.projection.NotCaughtUp;
import dev.flagledger.query.sdk.identities.request.TraitInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Records what applications report about identities. An unchanged identity costs at most a look-up, a change also a write. */
@Component
public final class IdentityRegistrar {

    private static final int ATTEMPTS = 10;

    /**
     * The number of concurrent operations: enough for large groups of events, few enough to leave connections to other requests. Each
     * kind of work takes one connection.
     */
    private static final int PERMITS = 32;

    private static final int MAX_WAITING = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final IdentityCache cache;
    private final IdentityLog log;
    private final Ids ids;
    /**
     * Limits concurrent database work, and what it takes of the processors, so that a flood of new identities leaves capacity to the
     * admin API, and nobody waits so long that client connections run out.
     */
    private final LowPriorityWork database;

    /** Acquired before {@link #database}, so that concurrent reports about one identity take one permit. */
    private final IdentityTurns turns;

    IdentityRegistrar(IdentityCache cache, IdentityLog log, Ids ids, DatabaseBreaker breaker) {
        this.cache = cache;
        this.log = log;
        this.ids = ids;
        // While the database is unavailable, operations may hang in it: then a full bulkhead is reported as that.
        Supplier<RuntimeException> refusal =
                () -> breaker.refusal().orElseGet(() -> new NotCaughtUp(IdentityLog.REGISTER));
        this.database = LowPriorityWork.of("identities", PERMITS, MAX_WAITING, TIMEOUT, refusal);
        this.turns = new IdentityTurns(MAX_WAITING, TIMEOUT, refusal);
    }

    /** Returns the identity as this node last saw it, for when the database is unavailable. */
    public Optional<CachedIdentity> lastKnown(int environmentId, String identifier) {
        return cache.lastKnown(environmentId, identifier);
    }

    /** Returns whether an identity with exactly this identifier exists. */
    public boolean knows(SdkCaller caller, String identifier) {
        return named(caller, identifier).isPresent();
    }

    /** Returns the identity with exactly this identifier, from the cache or the database. */
    public Optional<CachedIdentity> named(SdkCaller caller, String identifier) {
        var remembered = recent(caller, identifier);
        return remembered.isPresent()
                ? remembered
                : database.call(() -> cache.lookUp(caller.environmentId(), identifier));
    }

    /**
     * Creates the identity if it does not exist, and records the reported traits.
     *
     * @param inputs traits with different keys, none transient
     * @return the identity with its traits after that
     */
    public IdentityState record(SdkCaller caller, String identifier, List<TraitInput> inputs) {
        return keep(caller, identifier, inputs).state();
    }

    /** Does the same as {@link #record}, and returns the identity with the last responses about it. */
    public CachedIdentity keep(SdkCaller caller, String identifier, List<TraitInput> inputs) {
        var remembered = recent(caller, identifier)
                .filter(identity ->
                        IdentityDelta.between(inputs, identity.state()).isNone());
        return remembered.orElseGet(() -> retried(
                caller,
                identifier,
                known -> known.isPresent()
                        ? Optional.of(changed(caller, known.get(), inputs))
                        : created(caller, identifier, inputs).map(state -> new CachedIdentity(state, 0))));
    }

    /** Adds to a numeric trait, which is created if necessary; returns the new value. */
    public int increment(SdkCaller caller, String identifier, String key, int by) {
        return retried(caller, identifier, known -> {
            if (known.isEmpty()) {
                var one = new TraitInput(null, key, Trait.Type.INT, Integer.toString(by), false);
                return created(caller, identifier, List.of(one)).map(_ -> by);
            }
            var state = known.get().state();
            int traitId = state.trait(key).map(Trait::id).orElseGet(() -> ids.next(Ids.Kind.TRAIT));
            var command = new IncrementTrait(caller.environmentId(), state.id(), traitId, key, by);
            return log.handle(command, caller.attribution(), state)
                    .trait(key)
                    .map(Trait::value)
                    .map(Integer::valueOf);
        });
    }

    private Optional<CachedIdentity> recent(SdkCaller caller, String identifier) {
        return caller.requiresNewest() ? Optional.empty() : cache.remembered(caller.environmentId(), identifier);
    }

    private Optional<IdentityState> created(SdkCaller caller, String identifier, List<TraitInput> inputs) {
        int id = ids.next(Ids.Kind.IDENTITY);
        var traits = numbered(inputs.stream().filter(trait -> !trait.isNone()).toList(), _ -> Optional.empty());
        return log.create(new CreateIdentity(caller.environmentId(), id, identifier, traits), caller.attribution());
    }

    private CachedIdentity changed(SdkCaller caller, CachedIdentity known, List<TraitInput> inputs) {
        var state = known.state();
        var difference = IdentityDelta.between(inputs, state);
        if (difference.isNone()) {
            return known;
        }
        var command = new ChangeTraits(
                caller.environmentId(), state.id(), numbered(difference.set(), state::trait), difference.removed());
        return new CachedIdentity(log.handle(command, caller.attribution(), state), 0);
    }

    private List<Trait> numbered(List<TraitInput> inputs, Function<String, Optional<Trait>> known) {
        long count = inputs.stream()
                .filter(trait -> known.apply(trait.key()).isEmpty())
                .count();
        var drawn = ids.many(Ids.Kind.TRAIT, Math.toIntExact(count));
        List<Trait> numbered = new ArrayList<>();
        for (var trait : inputs) {
            numbered.add(trait.kept(known.apply(trait.key()).map(Trait::id).orElseGet(drawn::next)));
        }
        return numbered;
    }

    /**
     * Looks up the identity and does the work. Repeats both if another request has created the identity meanwhile, which the work
     * reports by an empty result, or has deleted it.
     */
    private <T> T retried(SdkCaller caller, String identifier, Function<Optional<CachedIdentity>, Optional<T>> work) {
        return turns.take(
                caller.environmentId(),
                identifier,
                () -> database.call(() -> {
                    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
                        try {
                            var done = work.apply(cache.lookUp(caller.environmentId(), identifier));
                            if (done.isPresent()) {
                                return done.get();
                            }
                        } catch (Rejected e) {
                            if (!new Rejection.Missing("Identity").equals(e.rejection())) {
                                throw e;
                            }
                        }
                    }
                    throw new NotCaughtUp(IdentityLog.REGISTER);
                }));
    }
}
