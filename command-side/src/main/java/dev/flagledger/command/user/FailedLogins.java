package dev.flagledger.command.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Locks an account for an address after ten logins from there that failed, until nobody has tried for a quarter of an hour: by
 * the account alone, anybody could lock its owner out. As in Flagsmith, a login that succeeds does not make up for those that
 * failed.
 */
final class FailedLogins {

    /** How many may fail. */
    static final int LIMIT = 10;

    private static final int PAIRS = 100_000;
    private static final Duration COOL_OFF = Duration.ofMinutes(15);

    private final Cache<Tried, Integer> failures;

    FailedLogins(Ticker ticker) {
        failures = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(PAIRS)
                .expireAfterWrite(COOL_OFF)
                .build();
    }

    /**
     * Lets a login be tried. It counts as failed from before its password is looked at, so that many at once are not more
     * than many in turn.
     *
     * @param address where it comes from; null if that is not known
     * @param locked is run once the last login that may fail has failed
     * @return what the login gave; empty also if the account is locked, and the login was not tried then
     */
    <T> Optional<T> guard(String email, @Nullable String address, Supplier<Optional<T>> login, Runnable locked) {
        var tried = new Tried(email.toLowerCase(Locale.ROOT), Origin.of(address));
        int count = failures.asMap().merge(tried, 1, Integer::sum);
        if (count > LIMIT) {
            takeBack(tried);
            return Optional.empty();
        }
        boolean failed = false;
        try {
            var loggedIn = login.get();
            failed = loggedIn.isEmpty();
            return loggedIn;
        } finally {
            if (!failed) {
                takeBack(tried);
            } else if (count == LIMIT) {
                locked.run();
            }
        }
    }

    private void takeBack(Tried tried) {
        failures.asMap().computeIfPresent(tried, (_, count) -> count == 1 ? null : count - 1);
    }

    private record Tried(String email, String origin) {}
}
