package dev.flagledger.standalone.boundaries.broken.ledger;

import dev.flagledger.standalone.boundaries.broken.engine.Fold;

/** A ledger that knows what is folded. */
public record Checkpoint(Fold fold) {}
