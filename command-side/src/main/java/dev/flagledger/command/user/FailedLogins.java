package dev.flagledger.command.user;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Locks out whoever fails to log in too often: ten times with one address, from one place, within a quarter of an hour. */
@Component
class FailedLogins {

    private static final int LIMIT = 10;
    private static final int ENOUGH_TO_TIDY = 10_000;
    private static final Duration COOL_OFF = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<Attempt, Failures> failures = new ConcurrentHashMap<>();

    FailedLogins(Clock clock) {
        this.clock = clock;
    }

    /** Who tries to log in, and from where. */
    record Attempt(String email, String address) {
        Attempt {
            email = email.toLowerCase(Locale.ROOT);
        }
    }

    boolean locked(Attempt attempt) {
        var earlier = failures.get(attempt);
        return earlier != null && earlier.count() >= LIMIT && !earlier.isOver(clock.instant());
    }

    void count(Attempt attempt) {
        var now = clock.instant();
        if (failures.size() >= ENOUGH_TO_TIDY) {
            failures.values().removeIf(old -> old.isOver(now));
        }
        failures.merge(
                attempt,
                new Failures(1, now),
                (old, one) -> old.isOver(now) ? one : new Failures(old.count() + 1, now));
    }

    private record Failures(int count, Instant last) {
        boolean isOver(Instant now) {
            return last.plus(COOL_OFF).isBefore(now);
        }
    }
}
