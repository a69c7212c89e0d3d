package dev.flagledger.standalone.boundaries.broken.command;

import dev.flagledger.standalone.boundaries.broken.query.View;
import java.time.Instant;

/** An aggregate that depends on a view and reads the time. */
public record Aggregate(View view) {

    /** The system's time, not that of an injected clock. */
    public Instant now() {
        return Instant.now();
    }
}
