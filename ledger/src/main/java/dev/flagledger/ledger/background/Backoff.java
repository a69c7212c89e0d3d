package dev.flagledger.ledger.background;

import java.time.Duration;

/** How long to wait after so many failures in a row: a second, doubled each time, up to a longest pause. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 16;

    private final Duration longest;
    private int failures;

    Backoff(Duration longest) {
        this.longest = longest;
    }

    void succeeded() {
        failures = 0;
    }

    /** The pause after one more failure. */
    Duration failed() {
        var pause = FIRST.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        failures++;
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
