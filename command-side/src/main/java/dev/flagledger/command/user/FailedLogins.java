package dev.flagledger.command.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
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
     * Lets a login be tried. It counts as failed from before its password is looked at, so that many at once are not more
     * than many in turn.
     *
     * @return what the login gave; empty also if the account is locked, and the login was not tried then
     */
    <T> Optional<T> guard(String email, Supplier<Optional<T>> login) {
        var account = key(email);
        if (failures.asMap().merge(account, 1, Integer::sum) > LIMIT) {
            takeBack(account);
            return Optional.empty();
        }
        boolean failed = false;
        try {
            var loggedIn = login.get();
            failed = loggedIn.isEmpty();
            return loggedIn;
        } finally {
            if (!failed) {
                takeBack(account);
            }
        }
    }

    private void takeBack(String account) {
        failures.asMap().computeIfPresent(account, (_, count) -> count == 1 ? null : count - 1);
    }

    private static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
