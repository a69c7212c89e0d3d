package dev.flagledger.query.sdk.identities;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.flagledger.ledger.load.Bulkhead;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Lets those who report one identity to this node take turns: its log takes one event at a time, and each of many at once would
 * lose its place to another over and over. Who reports different identities does not wait here.
 */
final class IdentityTurns {

    /** Of each identity that is being reported, and no other. */
    private final LoadingCache<Name, Bulkhead> turns;

    /** Of one identity, so many may wait so long; {@code refusal} makes the exception for the others. */
    IdentityTurns(int waiting, Duration patience, Supplier<? extends RuntimeException> refusal) {
        this.turns = Caffeine.newBuilder()
                .weakValues()
                .executor(Runnable::run)
                .build(_ -> new Bulkhead(1, waiting, patience, refusal));
    }

    private record Name(int environmentId, String identifier) {}

    /** Does the work when it is its turn. */
    <T> T take(int environmentId, String identifier, Supplier<T> work) {
        return turns.get(new Name(environmentId, identifier)).in(work);
    }
}
