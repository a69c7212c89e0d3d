package dev.flagledger.webhook.delivery.attempt;

import dev.flagledger.webhook.sending.Outcome;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The retry policy: a list of delays, each lengthened by up to a tenth, so that deliveries which one outage failed are not all
 * retried at the same moment. As the Standard Webhooks specification recommends, a receiver can postpone the next attempt, and end
 * the attempts by 410.
 */
public final class RetrySchedule {

    private static final double JITTER = 0.1;

    private final List<Duration> delays;
    private final RandomGenerator random;

    /** Creates a schedule; {@code delays} are those after the first attempt, the second and so on. */
    public RetrySchedule(List<Duration> delays, RandomGenerator random) {
        this.delays = List.copyOf(delays);
        this.random = random;
    }

    /**
     * The delay after a failed attempt; empty if it was the last.
     *
     * @param attempt the number of the attempt that failed, from 1
     */
    public Optional<Duration> waitAfter(int attempt, Outcome outcome) {
        if (attempt > delays.size() || outcome.gone()) {
            return Optional.empty();
        }
        var delay = delays.get(attempt - 1);
        var scheduled = delay.plusMillis((long) (delay.toMillis() * JITTER * random.nextDouble()));
        return Optional.of(Collections.max(List.of(scheduled, outcome.retryAfter())));
    }
}
