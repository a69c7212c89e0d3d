package dev.flagledger.query.sdk.flags;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;

/** Caches of what is prepared for environments that applications use. */
public final class RecentlyUsed {

    private static final Duration KEPT = Duration.ofHours(1);

    private RecentlyUsed() {}

    /** Returns a map by environment id, whose entries expire one hour after their last use. */
    public static <V> ConcurrentMap<Integer, V> map() {
        return Caffeine.newBuilder()
                .expireAfterAccess(KEPT)
                .executor(Runnable::run)
                .<Integer, V>build()
                .asMap();
    }
}
