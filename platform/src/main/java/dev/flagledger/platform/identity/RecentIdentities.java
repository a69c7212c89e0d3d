package dev.flagledger.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.flagledger.api.RecordedEvent;
import dev.flagledger.api.identity.IdentityEvent;
import dev.flagledger.platform.fold.LiveFold;
import dev.flagledger.platform.http.NotCaughtUp;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import org.springframework.stereotype.Component;

/**
 * Identities that this node has looked up, for as long as its fold shows nothing newer of them: as fresh as the flags that
 * are answered with them. What was looked up is good until an event of the identity is folded that lay beyond the fold at
 * that time, so no look that is under way meanwhile can bring back what is old.
 */
@Component
public final class RecentIdentities {

    /** In characters: some ten thousand identities with a dozen traits, or a few with all the traits that there may be. */
    private static final long CAPACITY = 10_000_000;

    private static final int OVERHEAD = 100;

    /** Identities whose ids end in the same bits share a place; that two do costs a look, no more. */
    private static final int PLACES = 1 << 16;

    private final CurrentIdentities current;
    private final LiveFold<?> fold;
    private final AtomicLongArray newest = new AtomicLongArray(PLACES);
    private final Cache<Name, Known> known = Caffeine.newBuilder()
            .maximumWeight(CAPACITY)
            .weigher((Name name, Known known) -> weight(name, known.identity()))
            .executor(Runnable::run)
            .build();

    RecentIdentities(CurrentIdentities current, LiveFold<?> fold) {
        this.current = current;
        this.fold = fold;
        fold.watch(this::note);
    }

    private record Name(int environmentId, String identifier) {}

    /** @param asOf the fold's position before the identity was looked up */
    private record Known(CurrentIdentity identity, long asOf) {}

    /**
     * The identity that is called exactly this, at least as new as this node's state; empty if nobody is.
     *
     * @throws NotCaughtUp if the register does not come to show it in time
     */
    public Optional<CurrentIdentity> named(int environmentId, String identifier) {
        var name = new Name(environmentId, identifier);
        var cached = known.getIfPresent(name);
        if (cached != null && newest.get(place(cached.identity().id())) <= cached.asOf()) {
            return Optional.of(cached.identity());
        }
        long asOf = fold.at().position();
        var found = current.named(environmentId, identifier);
        found.ifPresent(identity -> known.put(name, new Known(identity, asOf)));
        return found;
    }

    private void note(RecordedEvent recorded) {
        if (recorded.event() instanceof IdentityEvent event) {
            newest.set(place(event.identityId()), recorded.position());
        }
    }

    private static int place(int identityId) {
        return identityId & (PLACES - 1);
    }

    private static int weight(Name name, CurrentIdentity identity) {
        int characters = OVERHEAD + name.identifier().length();
        for (var trait : identity.traits()) {
            var value = trait.value();
            characters += OVERHEAD + trait.key().length() + (value == null ? 0 : value.length());
        }
        return characters;
    }
}
