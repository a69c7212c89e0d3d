package dev.flagledger.ledger;

import java.util.List;

/**
 * A part of a node that needs time before it can serve, for example a fold that reads its tail of the log. The node
 * answers {@code /health} with 503 until every such bean is ready. Asked often: answer from memory.
 */
public interface Readiness {

    /** A few words that tell an operator which part this is. */
    String name();

    /** Whether this part can serve now. */
    boolean ready();

    /** What this part cannot serve although it is ready, in words for whoever operates the node. */
    default List<String> degraded() {
        return List.of();
    }
}
