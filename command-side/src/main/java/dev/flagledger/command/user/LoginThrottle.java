package dev.flagledger.command.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.flagledger.contract.error.Throttled;
import dev.flagledger.contract.http.AddressGroup;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Limits logins and registrations per address and minute, successful or not. As in Flagsmith, throttled attempts do not
 * count.
 */
final class LoginThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ADDRESSES = 100_000;

    private final int limit;
    private final Ticker ticker;
    private final Cache<String, ArrayDeque<Long>> attempts;

    /** @param limit the number allowed per minute; 0 for no limit */
    LoginThrottle(int limit, Ticker ticker) {
        this.limit = limit;
        this.ticker = ticker;
        this.attempts = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(ADDRESSES)
                .expireAfterWrite(WINDOW)
                .build();
    }

    /**
     * Counts a login or a registration.
     *
     * @throws Throttled if the limit is exceeded
     */
    void admit(@Nullable String address) {
        if (limit == 0) {
            return;
        }
        var wait = new AtomicLong();
        attempts.asMap().compute(AddressGroup.of(address), (_, known) -> {
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
