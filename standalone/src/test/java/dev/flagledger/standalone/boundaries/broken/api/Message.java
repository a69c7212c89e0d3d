package dev.flagledger.standalone.boundaries.broken.api;

import dev.flagledger.standalone.boundaries.broken.engine.Fold;

/** A word of the language that drags the engine along. */
public record Message(Fold fold) {}
