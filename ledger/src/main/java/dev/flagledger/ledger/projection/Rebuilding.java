package dev.flagledger.ledger.projection;

import java.util.List;

/** Knows which read models are made anew. */
@FunctionalInterface
public interface Rebuilding {

    /** Those of this node's read models that are made anew, on whatever node. Answered from memory. */
    List<Progress> rebuilding();
}
