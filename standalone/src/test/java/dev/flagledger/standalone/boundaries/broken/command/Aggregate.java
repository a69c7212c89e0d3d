package dev.flagledger.standalone.boundaries.broken.command;

import dev.flagledger.standalone.boundaries.broken.query.View;
import java.time.Instant;

/** An aggregate that asks a view, and the time. */
public record Aggregate(View view) {

    /** Not the time that somebody gave it. */
    public Instant now() {
        return Instant.now();
    }
}
