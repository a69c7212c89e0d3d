package dev.flagledger.contract.error;

import java.time.Duration;

/** A limit of rate or concurrency was exceeded. */
public final class Throttled extends RuntimeException {

    private static final long MILLIS = 1_000;

    private final long seconds;

    /** {@code wait} is the time before a retry may succeed, rounded up to whole seconds, at least one. */
    public Throttled(Duration wait) {
        super("throttled", null, false, false);
        this.seconds = Math.max(1, Math.ceilDiv(wait.toMillis(), MILLIS));
    }

    /** The number of seconds before a retry may succeed. */
    public long seconds() {
        return seconds;
    }
}
