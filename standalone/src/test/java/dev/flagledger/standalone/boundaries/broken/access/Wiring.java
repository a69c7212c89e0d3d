package dev.flagledger.standalone.boundaries.broken.access;

import dev.flagledger.standalone.boundaries.broken.command.Aggregate;

/** An access module that depends on one of the sides. */
public record Wiring(Aggregate aggregate) {}
