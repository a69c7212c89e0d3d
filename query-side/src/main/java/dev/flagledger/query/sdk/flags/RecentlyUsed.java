package dev.flagledger.query.sdk.flags;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;

/** Where what is prepared for environments is kept: for as long as applications ask for it now and then. */
public final class RecentlyUsed {

    private static final Duration KEPT = Duration.ofHours(1);

    private RecentlyUsed() {}

    /** A map by the id of the environment; what was not read for an hour goes. */
    public static <V> ConcurrentMap<Integer, V> map() {
        return Caffeine.newBuilder()
                .expireAfterAccess(KEPT)
                .executor(Runnable::run)
                .<Integer, V>build()
                .asMap();
    }
}
