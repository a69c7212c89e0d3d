package dev.flagledger.command.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Locks an account after ten failed logins, wherever they come from, until nobody has tried for a quarter of an hour. As in
 * Flagsmith, a login that succeeds does not make up for those that failed.
 */
@Component
class FailedLogins {

    private static final int LIMIT = 10;
    private static final int ACCOUNTS = 100_000;
    private static final Duration COOL_OFF = Duration.ofMinutes(15);

    private final Cache<String, Integer> failures;

    @Autowired
    FailedLogins() {
        this(Ticker.systemTicker());
    }

    FailedLogins(Ticker ticker) {
        failures = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(ACCOUNTS)
                .expireAfterWrite(COOL_OFF)
                .build();
    }

    /**
     * Counts an attempt as failed before its password is looked at, so that many at once are not more than many in turn.
     *
     * @return whether the password may be looked at
     */
    boolean begin(String email) {
        return failures.asMap().merge(key(email), 1, (old, one) -> Math.min(old + one, LIMIT + 1)) <= LIMIT;
    }

    /** Takes back what {@link #begin} counted, since the attempt did not fail. */
    void succeeded(String email) {
        failures.asMap().computeIfPresent(key(email), (_, count) -> count == 1 ? null : count - 1);
    }

    private static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
