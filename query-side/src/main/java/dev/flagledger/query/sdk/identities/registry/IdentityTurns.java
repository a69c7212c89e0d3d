package dev.flagledger.query.sdk.identities.registry;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.flagledger.ledger.load.Bulkhead;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Serialises the reports about one identity on this node: concurrent events for one identity log would conflict again and again.
 * Reports about different identities do not wait here.
 */
final class IdentityTurns {

    /** One bulkhead for each identity that is being reported. */
    private final LoadingCache<Name, Bulkhead> turns;

    /** Up to {@code waiting} reports about one identity wait, each for up to {@code timeout}; others get the {@code refusal}. */
    IdentityTurns(int waiting, Duration timeout, Supplier<? extends RuntimeException> refusal) {
        this.turns = Caffeine.newBuilder()
                .weakValues()
                .executor(Runnable::run)
                .build(_ -> new Bulkhead(1, waiting, timeout, refusal));
    }

    private record Name(int environmentId, String identifier) {}

    /** Does the work when no other report about the identity is in progress. */
    <T> T take(int environmentId, String identifier, Supplier<T> work) {
        return turns.get(new Name(environmentId, identifier)).in(work);
    }
}
