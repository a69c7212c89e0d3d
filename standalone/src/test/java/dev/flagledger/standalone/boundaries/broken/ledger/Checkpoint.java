package dev.flagledger.standalone.boundaries.broken.ledger;

import dev.flagledger.standalone.boundaries.broken.engine.Fold;

/** A ledger that depends on the folded state. */
public record Checkpoint(Fold fold) {}
