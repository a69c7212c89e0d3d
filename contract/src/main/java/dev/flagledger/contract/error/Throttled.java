package dev.flagledger.contract.error;

import java.time.Duration;

/** There is too much of something for this request to be served now. */
public final class Throttled extends RuntimeException {

    private static final long MILLIS = 1_000;

    private final long seconds;

    /** {@code wait} is after how long it is worth trying again; told in whole seconds, and at least one. */
    public Throttled(Duration wait) {
        super("throttled", null, false, false);
        this.seconds = Math.max(1, Math.ceilDiv(wait.toMillis(), MILLIS));
    }

    /** After how many seconds it is worth trying again. */
    public long seconds() {
        return seconds;
    }
}
