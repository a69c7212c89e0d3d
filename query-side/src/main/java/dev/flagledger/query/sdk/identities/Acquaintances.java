package dev.flagledger.query.sdk.identities;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.identity.IdentityCommand.ChangeTraits;
import dev.flagledger.api.identity.IdentityCommand.Identify;
import dev.flagledger.api.identity.IdentityCommand.IncrementTrait;
import dev.flagledger.api.identity.IdentityTraits;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.projection.NotCaughtUp;
import dev.flagledger.platform.Bulkhead;
import dev.flagledger.platform.database.DatabaseBreaker;
import dev.flagledger.platform.identity.CurrentIdentity;
import dev.flagledger.platform.identity.RecentIdentities;
import dev.flagledger.platform.ids.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Keeps what applications say of identities. What is kept already costs one look, and none if this node looked lately; only
 * what is new becomes a command, which the identity decides by itself.
 */
@Component
public final class Acquaintances {

    private static final int ATTEMPTS = 10;

    /** Less than half of a node's connections to the database. */
    private static final int PLACES = 6;

    private static final int WAITING = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RecentIdentities recent;
    /**
     * However many new identities are named at once, there is a connection left for whoever administers flags, and nobody
     * waits so long that connections of clients run out.
     */
    private final Bulkhead database;

    private final Commands commands;
    private final Ids ids;

    Acquaintances(RecentIdentities recent, Commands commands, Ids ids, DatabaseBreaker breaker) {
        this.recent = recent;
        this.commands = commands;
        this.ids = ids;
        // While the database is away, those inside may still hang on it; that there is no place is its trouble then.
        this.database = new Bulkhead(
                PLACES,
                WAITING,
                PATIENCE,
                () -> breaker.refusal().orElseGet(() -> new NotCaughtUp("The register of identities")));
    }

    /** Who is called exactly this, if this node looked lately. */
    Optional<CurrentIdentity> remembered(int environmentId, String identifier) {
        return recent.remembered(environmentId, identifier);
    }

    /** Who is called exactly this. */
    public Optional<CurrentIdentity> named(int environmentId, String identifier) {
        var remembered = recent.remembered(environmentId, identifier);
        return remembered.isPresent() ? remembered : database.in(() -> recent.named(environmentId, identifier));
    }

    /**
     * Makes the identity known if it is not, and keeps what is said of it.
     *
     * @param said with different keys, to be kept
     * @param by asked for only if there is something to record
     * @return the identity as it then is
     */
    public CurrentIdentity keep(int environmentId, String identifier, List<SaidTrait> said, Supplier<Attribution> by) {
        var remembered = recent.remembered(environmentId, identifier);
        if (remembered.isPresent() && Difference.between(said, remembered.get()).isNone()) {
            return remembered.get();
        }
        return tried(environmentId, identifier, () -> {
            var known = recent.named(environmentId, identifier);
            return known.isPresent()
                    ? changed(environmentId, known.get(), said, by)
                    : introduced(environmentId, identifier, said, by);
        });
    }

    /** Adds to a trait that is a number, or is made one; returns what it comes to. */
    public int increment(int environmentId, String identifier, String key, int by, Supplier<Attribution> attribution) {
        return tried(environmentId, identifier, () -> {
            var known = recent.named(environmentId, identifier);
            if (known.isEmpty()) {
                var one = new SaidTrait(null, key, Trait.Type.INT, Integer.toString(by), false);
                introduced(environmentId, identifier, List.of(one), attribution);
                return by;
            }
            int traitId = known.get().trait(key).map(Trait::id).orElseGet(() -> ids.next(Ids.Kind.TRAIT));
            var command = new IncrementTrait(environmentId, known.get().id(), traitId, key, by);
            return commands.ask(command, attribution.get(), Integer.class);
        });
    }

    private CurrentIdentity introduced(
            int environmentId, String identifier, List<SaidTrait> said, Supplier<Attribution> by) {
        int id = ids.next(Ids.Kind.IDENTITY);
        var traits = numbered(said.stream().filter(trait -> !trait.isNone()).toList(), _ -> Optional.empty());
        commands.send(new Identify(environmentId, id, identifier, traits), by.get());
        return new CurrentIdentity(id, identifier, traits);
    }

    private CurrentIdentity changed(
            int environmentId, CurrentIdentity known, List<SaidTrait> said, Supplier<Attribution> by) {
        var difference = Difference.between(said, known);
        if (difference.isNone()) {
            return known;
        }
        var command = new ChangeTraits(
                environmentId, known.id(), numbered(difference.set(), known::trait), difference.removed());
        var traits = commands.ask(command, by.get(), IdentityTraits.class).traits();
        return new CurrentIdentity(known.id(), known.identifier(), traits);
    }

    private List<Trait> numbered(List<SaidTrait> said, Function<String, Optional<Trait>> known) {
        long count = said.stream()
                .filter(trait -> known.apply(trait.key()).isEmpty())
                .count();
        var drawn = count == 0 ? null : ids.many(Ids.Kind.TRAIT, Math.toIntExact(count));
        List<Trait> numbered = new ArrayList<>();
        for (var trait : said) {
            var kept = known.apply(trait.key());
            numbered.add(trait.kept(
                    kept.isEmpty() && drawn != null
                            ? drawn.next()
                            : kept.orElseThrow().id()));
        }
        return numbered;
    }

    /**
     * Somebody else may have been first to name the identity, or have deleted it since: then all is looked at anew, and past
     * what this node has come to know.
     */
    private <T> T tried(int environmentId, String identifier, Supplier<T> work) {
        return database.in(() -> {
            for (int attempt = 1; ; attempt++) {
                try {
                    return work.get();
                } catch (Rejected e) {
                    boolean overtaken =
                            e.rejection() instanceof Rejection.Taken || e.rejection() instanceof Rejection.Missing;
                    if (!overtaken || attempt == ATTEMPTS) {
                        throw e;
                    }
                    recent.forget(environmentId, identifier);
                }
            }
        });
    }
}
