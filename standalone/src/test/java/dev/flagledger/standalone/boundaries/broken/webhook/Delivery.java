package dev.flagledger.standalone.boundaries.broken.webhook;

import dev.flagledger.standalone.boundaries.broken.standalone.Assembly;

/** A delivery that knows the assembly, and the access only by way of a circle. */
public record Delivery(Assembly assembly) {

    /** Closes the circle. */
    public dev.flagledger.standalone.boundaries.broken.access.Wiring wiring(
            dev.flagledger.standalone.boundaries.broken.command.Aggregate aggregate) {
        return new dev.flagledger.standalone.boundaries.broken.access.Wiring(aggregate);
    }
}
