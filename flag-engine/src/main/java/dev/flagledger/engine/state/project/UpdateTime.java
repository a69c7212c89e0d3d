package dev.flagledger.engine.state.project;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Computes the time of a change of an environment, which is strictly increasing whatever the clocks say. */
final class UpdateTime {

    /** Differences of nodes' clocks up to this do not count as a clock that was set back. */
    private static final Duration SKEW = Duration.ofSeconds(1);

    private UpdateTime() {}

    /**
     * Returns the time of a change that was recorded at {@code at}. After a clock was set back, each change gets a
     * second of its own: HTTP dates have a resolution of seconds, and must not be equal for two documents.
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
