package dev.flagledger.access.past;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.flagledger.api.event.Erasing;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The last earlier states that were asked for, since questions about an incident are about the same few instants. */
final class CachedStates {

    /** The number of cached states, each of one project. */
    private static final int CAPACITY = 16;

    private static final Duration UNUSED = Duration.ofMinutes(5);

    private final History<Installation> history;
    private final AtomicInteger erasures = new AtomicInteger();
    private final Cache<Key, Installation> states = Caffeine.newBuilder()
            .maximumSize(CAPACITY)
            .expireAfterAccess(UNUSED)
            .build();

    CachedStates(History<Installation> history) {
        this.history = history;
        history.watch(recorded -> {
            if (recorded.event() instanceof Erasing) {
                erasures.incrementAndGet();
                states.invalidateAll();
            }
        });
    }

    /** @param erasures the number of erasures before the state was read: it may contain names that are erased later */
    private record Key(int project, long position, int erasures) {}

    Installation of(int project, long position) {
        return states.get(
                new Key(project, position, erasures.get()),
                key -> history.asOf(key.project(), key.position()).state());
    }
}
