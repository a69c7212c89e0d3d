package dev.flagledger.standalone.replay;

import dev.flagledger.standalone.replay.ManagementClient.Reached;
import java.util.Locale;

/** The lines that tell how far a rebuild is, and how fast, since the command began to look. */
final class ReplayProgress {

    private final String name;
    private final String unit;
    private final long begun = System.nanoTime();
    private final long first;

    /**
     * Begins with where the rebuild is now.
     *
     * @param unit what is counted: one of it
     */
    ReplayProgress(String name, String unit, Reached now) {
        this.name = name;
        this.unit = unit;
        this.first = now.position();
    }

    String line(Reached now) {
        return line(now, System.nanoTime() - begun);
    }

    /** The line after this many nanoseconds. */
    String line(Reached now, long nanos) {
        double rate = (now.position() - first) * 1e9 / Math.max(1, nanos);
        var line = String.format(Locale.ROOT, "%s: %s %d of %d, %.0f/s", name, unit, now.position(), now.of(), rate);
        return rate < 1 ? line : line + String.format(Locale.ROOT, ", %.0f s left", (now.of() - now.position()) / rate);
    }
}
