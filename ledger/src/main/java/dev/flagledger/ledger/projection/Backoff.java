package dev.flagledger.ledger.projection;

/** How long to wait after so many failures in a row: a second, doubled each time, a minute at most. */
final class Backoff {

    private static final int LONGEST = 60;
    private static final int DOUBLINGS = 6;

    private int failures;

    void failed() {
        failures++;
    }

    void succeeded() {
        failures = 0;
    }

    long seconds() {
        return Math.min(LONGEST, 1L << Math.min(failures - 1, DOUBLINGS));
    }
}
