package dev.flagledger.engine.state.project;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Dates what applications are served so that each change is later than the one before, whatever the clocks say. */
final class UpdateTime {

    /** How far the clocks of nodes may be apart without one of them having been set back. */
    private static final Duration SKEW = Duration.ofSeconds(1);

    private UpdateTime() {}

    /**
     * When a change counts as made that was recorded at this time. Where the clock was set back, each change has a second of
     * its own: dates over HTTP have no more than seconds, and one of them must not stand for two documents.
     */
    static Instant after(Instant last, Instant at) {
        if (at.isAfter(last)) {
            return at;
        }
        return at.isBefore(last.minus(SKEW))
                ? last.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1)
                : last.plus(1, ChronoUnit.MICROS);
    }
}
