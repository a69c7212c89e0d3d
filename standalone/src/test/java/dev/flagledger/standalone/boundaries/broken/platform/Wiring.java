package dev.flagledger.standalone.boundaries.broken.platform;

import dev.flagledger.standalone.boundaries.broken.command.Aggregate;

/** A platform that knows one of the sides. */
public record Wiring(Aggregate aggregate) {}
