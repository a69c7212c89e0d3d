package dev.flagledger.query.sdk.identities;

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
import dev.flagledger.ledger.load.Bulkhead;
import dev.flagledger.ledger.projection.NotCaughtUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Records what applications report of identities. What is recorded already costs a look at most, what is new a write besides. */
@Component
public final class IdentityRegistrar {

    private static final int ATTEMPTS = 10;

    /**
     * So many make large groups at the database, which takes a connection for each kind of work, and are soon done with the cores
     * when a group is, so that others need not wait long for them.
     */
    private static final int PLACES = 32;

    private static final int WAITING = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final IdentityCache cache;
    private final IdentityLog log;
    private final Ids ids;
    /**
     * However many new identities are named at once, there is time left for whoever administers flags, and nobody waits so long
     * that connections of clients run out.
     */
    private final Bulkhead database;

    /** Waited for before there is a place, so that an identity that many report takes one. */
    private final IdentityTurns turns;

    IdentityRegistrar(IdentityCache cache, IdentityLog log, Ids ids, DatabaseBreaker breaker) {
        this.cache = cache;
        this.log = log;
        this.ids = ids;
        // While the database is away, those inside may still hang on it; that there is no place is its trouble then.
        Supplier<RuntimeException> refusal =
                () -> breaker.refusal().orElseGet(() -> new NotCaughtUp(IdentityLog.REGISTER));
        this.database = new Bulkhead(PLACES, WAITING, PATIENCE, refusal);
        this.turns = new IdentityTurns(WAITING, PATIENCE, refusal);
    }

    /** Who is called exactly this, as far as this node knows, for when it cannot look. */
    Optional<CachedIdentity> lastKnown(int environmentId, String identifier) {
        return cache.lastKnown(environmentId, identifier);
    }

    /** Whether somebody is called exactly this. */
    public boolean knows(SdkCaller caller, String identifier) {
        return named(caller, identifier).isPresent();
    }

    /** Who is called exactly this. */
    Optional<CachedIdentity> named(SdkCaller caller, String identifier) {
        var remembered = recent(caller, identifier);
        return remembered.isPresent()
                ? remembered
                : database.in(() -> cache.lookUp(caller.environmentId(), identifier));
    }

    /**
     * Makes the identity known if it is not, and records what is said of it.
     *
     * @param inputs with different keys, to be kept
     * @return the traits that it has then
     */
    public IdentityState record(SdkCaller caller, String identifier, List<TraitInput> inputs) {
        return keep(caller, identifier, inputs).state();
    }

    CachedIdentity keep(SdkCaller caller, String identifier, List<TraitInput> inputs) {
        var remembered = recent(caller, identifier)
                .filter(identity ->
                        IdentityDelta.between(inputs, identity.state()).isNone());
        return remembered.orElseGet(() -> looked(
                caller,
                identifier,
                known -> known.isPresent()
                        ? Optional.of(changed(caller, known.get(), inputs))
                        : created(caller, identifier, inputs).map(state -> new CachedIdentity(state, 0))));
    }

    /** Adds to a trait that is a number, or is made one; returns what it comes to. */
    public int increment(SdkCaller caller, String identifier, String key, int by) {
        return looked(caller, identifier, known -> {
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
        return caller.wantsNewest() ? Optional.empty() : cache.remembered(caller.environmentId(), identifier);
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
     * Somebody else may have been first to name the identity, which the work tells by an empty result, or have deleted it
     * since: then it is looked up anew.
     */
    private <T> T looked(SdkCaller caller, String identifier, Function<Optional<CachedIdentity>, Optional<T>> work) {
        return turns.take(
                caller.environmentId(),
                identifier,
                () -> database.in(() -> {
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
