package dev.flagledger.ledger;

import org.axonframework.spring.config.SpringAxonConfiguration;

/**
 * The lifecycle phases of the components of a node: lower phases start earlier and stop later. What requests need is available
 * before the port opens, and until the last request has been answered.
 */
public final class StartOrder {

    private static final int STEP = 256;

    /** Components that receive work from projections. They stop after them, and so receive all of it. */
    public static final int DELIVERING = SpringAxonConfiguration.LIFECYCLE_PHASE - STEP;

    /** Components that requests need. They start after Axon's event store and before the web server. */
    public static final int READING = SpringAxonConfiguration.LIFECYCLE_PHASE + STEP;

    private StartOrder() {}
}
