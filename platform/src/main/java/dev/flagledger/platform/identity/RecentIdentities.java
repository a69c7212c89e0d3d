package dev.flagledger.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.projection.NotCaughtUp;
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

    /** In bytes: some ten thousand identities with a dozen traits, or a few with all the traits that there may be. */
    private static final long CAPACITY = 32_000_000;

    private static final int OVERHEAD = 200;

    /** Identities whose ids end in the same bits share a place; that two do costs a look, no more. */
    private static final int PLACES = 1 << 16;

    private final CurrentIdentities current;
    private final History<?> fold;
    private final AtomicLongArray newest = new AtomicLongArray(PLACES);
    private final Cache<Name, Known> known = Caffeine.newBuilder()
            .maximumWeight(CAPACITY)
            .weigher((Name name, Known known) ->
                    OVERHEAD + name.identifier().length() + known.identity().weight())
            .executor(Runnable::run)
            .build();

    RecentIdentities(CurrentIdentities current, History<?> fold) {
        this.current = current;
        this.fold = fold;
        fold.watch(this::note);
    }

    private record Name(int environmentId, String identifier) {}

    /** @param asOf the fold's position before the identity was looked up */
    private record Known(CurrentIdentity identity, long asOf) {}

    /** The identity that is called exactly this, if it was looked up and is as new as this node's state. */
    public Optional<CurrentIdentity> remembered(int environmentId, String identifier) {
        var found = known.getIfPresent(new Name(environmentId, identifier));
        return found != null
                        && fold.ready()
                        && newest.get(place(found.identity().id())) <= found.asOf()
                ? Optional.of(found.identity())
                : Optional.empty();
    }

    /**
     * The identity that is called exactly this, at least as new as this node's state; empty if nobody is.
     *
     * @throws NotCaughtUp if the register does not come to show it in time
     */
    public Optional<CurrentIdentity> named(int environmentId, String identifier) {
        var remembered = remembered(environmentId, identifier);
        if (remembered.isPresent()) {
            return remembered;
        }
        long asOf = fold.at().position();
        var found = current.named(environmentId, identifier);
        var name = new Name(environmentId, identifier);
        found.ifPresentOrElse(identity -> known.put(name, new Known(identity, asOf)), () -> known.invalidate(name));
        return found;
    }

    /** Has the identity that is called this looked up the next time. */
    public void forget(int environmentId, String identifier) {
        known.invalidate(new Name(environmentId, identifier));
    }

    private void note(RecordedEvent recorded) {
        if (recorded.event() instanceof IdentityEvent event) {
            newest.set(place(event.identityId()), recorded.position());
        }
    }

    private static int place(int identityId) {
        return identityId & (PLACES - 1);
    }
}
