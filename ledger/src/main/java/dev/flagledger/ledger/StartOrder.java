package dev.flagledger.ledger;

import org.axonframework.spring.config.SpringAxonConfiguration;

/**
 * When the parts of a node start, as phases of Spring's lifecycle: the lower, the earlier. They stop in the reverse order,
 * so that what a request needs is there before the port opens, and until the last one is answered.
 */
public final class StartOrder {

    private static final int STEP = 256;

    /** What projections hand their work to. Before them, so that at the end it gets their last work. */
    public static final int DELIVERING = SpringAxonConfiguration.LIFECYCLE_PHASE - STEP;

    /** What requests need. After the event store, which Axon closes with its projections, and before the web server. */
    public static final int READING = SpringAxonConfiguration.LIFECYCLE_PHASE + STEP;

    private StartOrder() {}
}
