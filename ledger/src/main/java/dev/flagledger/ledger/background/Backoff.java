package dev.flagledger.ledger.background;

import java.time.Duration;

/** The pause after consecutive failures: a second, doubled each time up to a maximum. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 16;

    private final Duration max;
    private int failures;

    Backoff(Duration max) {
        this.max = max;
    }

    void succeeded() {
        failures = 0;
    }

    /** The pause after one more failure. */
    Duration failed() {
        var pause = FIRST.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        failures++;
        return pause.compareTo(max) < 0 ? pause : max;
    }
}
