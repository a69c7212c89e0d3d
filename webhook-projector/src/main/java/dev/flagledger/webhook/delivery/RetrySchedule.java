package dev.flagledger.webhook.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The retry policy: exponential back-off from a base to a cap, with a jitter of up to a fifth, so that deliveries which one outage
 * failed are not all retried at the same moment.
 */
final class RetrySchedule {

    private static final double JITTER = 0.2;

    private final Duration base;
    private final Duration cap;
    private final Duration giveUpAfter;
    private final RandomGenerator random;

    RetrySchedule(Duration base, Duration cap, Duration giveUpAfter, RandomGenerator random) {
        this.base = base;
        this.cap = cap;
        this.giveUpAfter = giveUpAfter;
        this.random = random;
    }

    /**
     * The delay after a failed attempt, at most the cap; empty if the delivery would be too old by then.
     *
     * @param attempt the number of the attempt that failed, from 1
     * @param age the age of the delivery at that attempt
     */
    Optional<Duration> waitAfter(int attempt, Duration age) {
        var longest = (double) cap.toMillis();
        var doubled = Math.min(longest, Math.scalb((double) base.toMillis(), attempt - 1));
        var jittered = doubled * (1 + JITTER * (2 * random.nextDouble() - 1));
        var wait = Duration.ofMillis((long) Math.min(longest, jittered));
        return Optional.of(wait).filter(_ -> age.plus(wait).compareTo(giveUpAfter) <= 0);
    }
}
