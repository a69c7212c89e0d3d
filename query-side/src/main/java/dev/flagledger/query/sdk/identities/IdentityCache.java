package dev.flagledger.query.sdk.identities;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.installation.identity.log.IdentityChanges;
import dev.flagledger.installation.identity.log.IdentityReader;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.springframework.stereotype.Component;

/**
 * Identities that this node has looked up lately, until one of them changes: here, or on another node, which says so. A change
 * is numbered when it is heard of; what was looked up is good if nothing of that identity was heard of since before the look,
 * so no look that is under way meanwhile can bring back what is old.
 */
@Component
final class IdentityCache {

    /** In bytes: some ten thousand identities with a dozen traits, or a few with all the traits that there may be. */
    private static final long CAPACITY = 96_000_000;

    /** What another node failed to tell, because it died after it had recorded it, is not seen for longer than this. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** Identities whose ids end in the same bits share a place; that two do costs a look, no more. */
    private static final int PLACES = 1 << 16;

    private final IdentityReader reader;
    private final AtomicLong changes = new AtomicLong();
    private volatile long missed;
    private final AtomicLongArray newest = new AtomicLongArray(PLACES);
    private final Cache<Name, CachedIdentity> known = Caffeine.newBuilder()
            .maximumWeight(CAPACITY)
            .weigher((Name name, CachedIdentity identity) -> name.identifier().length() + identity.weight())
            .executor(Runnable::run)
            .build();

    IdentityCache(IdentityReader reader, IdentityChanges changes) {
        this.reader = reader;
        changes.listen(this::changed, () -> missed = this.changes.incrementAndGet());
    }

    private record Name(int environmentId, String identifier) {}

    /** The identity that is called exactly this, if it was looked up lately and nothing of it was heard of since. */
    Optional<CachedIdentity> remembered(int environmentId, String identifier) {
        return lastKnown(environmentId, identifier)
                .filter(found -> found.asOf() >= missed && !found.isOlderThan(LONGEST));
    }

    /** The same for those who cannot look it up: another node may have changed it unheard. */
    Optional<CachedIdentity> lastKnown(int environmentId, String identifier) {
        var found = known.getIfPresent(new Name(environmentId, identifier));
        return found != null && newest.get(place(found.state().id())) <= found.asOf()
                ? Optional.of(found)
                : Optional.empty();
    }

    /** The identity that is called exactly this, as it is committed; empty if nobody is. That is not remembered. */
    Optional<CachedIdentity> lookUp(int environmentId, String identifier) {
        long asOf = changes.get();
        var name = new Name(environmentId, identifier);
        var state = reader.named(environmentId, identifier);
        if (state.isEmpty()) {
            known.invalidate(name);
            return Optional.empty();
        }
        var before = known.getIfPresent(name);
        var found = before == null ? new CachedIdentity(state.get(), asOf) : before.next(state.get(), asOf);
        known.put(name, found);
        return Optional.of(found);
    }

    /** Has the answer used again, and counted into what the cache holds. */
    void keep(CachedIdentity identity, Object edition, Audience audience, IdentityResponse answer) {
        identity.keep(edition, audience, answer);
        var name = new Name(identity.state().environmentId(), identity.state().identifier());
        known.asMap().replace(name, identity, identity);
    }

    /** Lets go of the answers of an environment that has changed: nobody is given them any more. */
    void forgetAnswers(int environmentId) {
        known.asMap().values().stream()
                .filter(identity -> identity.state().environmentId() == environmentId)
                .forEach(CachedIdentity::forgetAnswers);
    }

    private void changed(int identityId) {
        newest.set(place(identityId), changes.incrementAndGet());
    }

    private static int place(int identityId) {
        return identityId & (PLACES - 1);
    }
}
