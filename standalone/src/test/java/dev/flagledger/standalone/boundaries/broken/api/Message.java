package dev.flagledger.standalone.boundaries.broken.api;

import dev.flagledger.standalone.boundaries.broken.engine.Fold;

/** A message that depends on the engine. */
public record Message(Fold fold) {}
