package dev.flagledger.standalone.boundaries.broken.webhook;

import dev.flagledger.standalone.boundaries.broken.standalone.Assembly;

/** A delivery that depends on the assembly, and on the access module in a cycle. */
public record Delivery(Assembly assembly) {

    /** Closes the cycle. */
    public dev.flagledger.standalone.boundaries.broken.access.Wiring wiring(
            dev.flagledger.standalone.boundaries.broken.command.Aggregate aggregate) {
        return new dev.flagledger.standalone.boundaries.broken.access.Wiring(aggregate);
    }
}
