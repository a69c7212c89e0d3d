package dev.flagledger.query.sdk.identities.registry;

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
 * Identities that this node looked up recently, until this or another node reports a change. Changes are numbered as they are
 * received. A look-up is valid if it began after the last change to its identity, so that a concurrent look-up cannot restore a
 * stale state.
 */
@Component
public final class IdentityCache {

    /** In bytes: about ten thousand identities with a dozen traits, or a few with the maximum number of traits. */
    private static final long CAPACITY = 96_000_000;

    /** The maximum age of an entry, in case another node stopped between recording a change and reporting it. */
    private static final Duration MAX_AGE = Duration.ofSeconds(5);

    /** The number of slots for change numbers. Identities that share a slot only cost each other a look-up. */
    private static final int SLOTS = 1 << 16;

    private final IdentityReader reader;
    private final AtomicLong changes = new AtomicLong();
    private volatile long missed;
    private final AtomicLongArray newest = new AtomicLongArray(SLOTS);
    private final Cache<Name, CachedIdentity> known = Caffeine.newBuilder()
            .maximumWeight(CAPACITY)
            .weigher((Name name, CachedIdentity identity) -> name.identifier().length() + identity.weight())
            .executor(Runnable::run)
            .build();

    /**
     * Begins empty.
     *
     * @param reader looks up identities
     * @param changes tells which identities have changed, from now on
     */
    public IdentityCache(IdentityReader reader, IdentityChanges changes) {
        this.reader = reader;
        changes.listen(this::changed, () -> missed = this.changes.incrementAndGet());
    }

    private record Name(int environmentId, String identifier) {}

    /** Returns the identity with exactly this identifier, if its cache entry is still valid. */
    public Optional<CachedIdentity> remembered(int environmentId, String identifier) {
        return lastKnown(environmentId, identifier)
                .filter(found -> found.asOf() >= missed && !found.isOlderThan(MAX_AGE));
    }

    /** Returns the cached identity regardless of age, for when it cannot be looked up: another node may have changed it since. */
    Optional<CachedIdentity> lastKnown(int environmentId, String identifier) {
        var found = known.getIfPresent(new Name(environmentId, identifier));
        return found != null && newest.get(slot(found.state().id())) <= found.asOf()
                ? Optional.of(found)
                : Optional.empty();
    }

    /** Looks up the committed identity with exactly this identifier. Absence is not cached. */
    public Optional<CachedIdentity> lookUp(int environmentId, String identifier) {
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

    /** Caches a response and counts its size. */
    public void keep(CachedIdentity identity, Object edition, Audience audience, IdentityResponse answer) {
        identity.keep(edition, audience, answer);
        var name = new Name(identity.state().environmentId(), identity.state().identifier());
        known.asMap().replace(name, identity, identity);
    }

    /** Drops the cached responses of an environment that has changed. */
    public void forgetAnswers(int environmentId) {
        known.asMap().values().stream()
                .filter(identity -> identity.state().environmentId() == environmentId)
                .forEach(CachedIdentity::forgetAnswers);
    }

    private void changed(int identityId) {
        newest.set(slot(identityId), changes.incrementAndGet());
    }

    private static int slot(int identityId) {
        return identityId & (SLOTS - 1);
    }
}
