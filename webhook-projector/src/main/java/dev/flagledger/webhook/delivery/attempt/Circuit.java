package dev.flagledger.webhook.delivery.attempt;

import dev.flagledger.webhook.sending.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a receiver that does not acknowledge. After a number of failures in succession the circuit opens: until a probe is
 * acknowledged nothing else is sent, and probes are made after pauses that double up to half an hour.
 *
 * @param failures the failed attempts in succession
 * @param openSince null while the circuit is closed
 * @param notBefore the time before which nothing is sent; null if the receiver is not left alone
 * @param goneSince since when it answers that it does not exist any more; null if it does not
 */
record Circuit(
        int failures,
        @Nullable Instant openSince,
        @Nullable Instant notBefore,
        @Nullable Instant goneSince) {

    static final Circuit CLOSED = new Circuit(0, null, null);

    private static final int ENOUGH = 5;
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** Long enough to disable the webhook of a receiver that is gone before another message is lost. */
    private static final Duration DISABLING = Duration.ofMinutes(1);

    Circuit(int failures, @Nullable Instant openSince, @Nullable Instant notBefore) {
        this(failures, openSince, notBefore, null);
    }

    /** The circuit after an attempt that ended now. */
    Circuit after(Outcome outcome, Instant startedAt, Instant now) {
        if (outcome.delivered()) {
            return isOpen() ? CLOSED : new Circuit(0, null, still(now).orElse(null));
        }
        if (outcome.throttles()) {
            return new Circuit(failures, openSince, later(notBefore, asked(outcome, now)), goneSince);
        }
        if (outcome.gone()) {
            return new Circuit(
                    failures, openSince, later(notBefore, now.plus(DISABLING)), goneSince == null ? now : goneSince);
        }
        if (openSince != null && startedAt.isBefore(openSince)) {
            // Was under way when the circuit opened, and says nothing new.
            return this;
        }
        int failed = failures + 1;
        if (failed < ENOUGH) {
            return new Circuit(failed, null, later(notBefore, asked(outcome, now)), goneSince);
        }
        var since = openSince == null ? now : openSince;
        return new Circuit(failed, since, later(now.plus(pause(failed - ENOUGH)), asked(outcome, now)), goneSince);
    }

    boolean isOpen() {
        return openSince != null;
    }

    private Optional<Instant> still(Instant now) {
        return Optional.ofNullable(notBefore).filter(time -> time.isAfter(now));
    }

    private static Duration pause(int probes) {
        var doubled = SHORTEST.multipliedBy(1L << Math.min(probes, 20));
        return Collections.min(List.of(doubled, LONGEST));
    }

    private static @Nullable Instant asked(Outcome outcome, Instant now) {
        var asked = outcome.retryAfter();
        return asked.isZero() ? null : now.plus(asked);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
