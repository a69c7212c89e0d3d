package dev.flagledger.standalone.boundaries.broken.access;

import dev.flagledger.standalone.boundaries.broken.command.Aggregate;

/** An access that knows one of the sides. */
public record Wiring(Aggregate aggregate) {}
