package dev.flagledger.command.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.flagledger.contract.error.Throttled;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;

/** Limits how often something is done per minute, on this node. As in Flagsmith, refused attempts do not count. */
public final class MinuteLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int KEYS = 100_000;

    private final int limit;
    private final Ticker ticker;
    private final Cache<String, ArrayDeque<Long>> attempts;

    /** @param limit the number allowed per minute; 0 for no limit */
    public MinuteLimit(int limit, Ticker ticker) {
        this.limit = limit;
        this.ticker = ticker;
        this.attempts = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(KEYS)
                .expireAfterWrite(WINDOW)
                .build();
    }

    /**
     * Counts an attempt.
     *
     * @param key who makes it
     * @throws Throttled if the limit is exceeded
     */
    public void admit(String key) {
        if (limit == 0) {
            return;
        }
        var wait = new AtomicLong();
        attempts.asMap().compute(key, (_, known) -> {
            var earlier = known == null ? new ArrayDeque<Long>() : known;
            long now = ticker.read();
            while (!earlier.isEmpty() && now - earlier.getFirst() >= WINDOW.toNanos()) {
                earlier.removeFirst();
            }
            if (earlier.size() < limit) {
                earlier.addLast(now);
            } else {
                wait.set(WINDOW.toNanos() - (now - earlier.getFirst()));
            }
            return earlier;
        });
        if (wait.get() > 0) {
            throw new Throttled(Duration.ofNanos(wait.get()));
        }
    }
}
