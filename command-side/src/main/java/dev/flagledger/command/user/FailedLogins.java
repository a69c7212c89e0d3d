package dev.flagledger.command.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private final Cache<Tried, Count> logins;

    FailedLogins(Ticker ticker) {
        logins = Caffeine.newBuilder()
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
        if (!begin(tried)) {
            return Optional.empty();
        }
        boolean failed = false;
        try {
            var loggedIn = login.get();
            failed = loggedIn.isEmpty();
            return loggedIn;
        } finally {
            if (settle(tried, failed) && failed) {
                locked.run();
            }
        }
    }

    /** Whether one more may be tried. Also when it may not, the account is kept locked for another quarter of an hour. */
    private boolean begin(Tried tried) {
        var admitted = new AtomicBoolean();
        logins.asMap().compute(tried, (_, known) -> {
            var before = known == null ? new Count(0, 0) : known;
            admitted.set(before.underWay() + before.failed() < LIMIT);
            return new Count(before.underWay() + (admitted.get() ? 1 : 0), before.failed());
        });
        return admitted.get();
    }

    /** Whether as many have failed now as may. */
    private boolean settle(Tried tried, boolean failed) {
        var after = logins.asMap().compute(tried, (_, known) -> {
            var before = known == null ? new Count(1, 0) : known;
            var count = new Count(before.underWay() - 1, before.failed() + (failed ? 1 : 0));
            return count.isNone() ? null : count;
        });
        return after != null && after.failed() == LIMIT;
    }

    /** How many logins are under way, each of which may fail, and how many have failed. */
    private record Count(int underWay, int failed) {
        boolean isNone() {
            return underWay == 0 && failed == 0;
        }
    }

    private record Tried(String email, String origin) {}
}
