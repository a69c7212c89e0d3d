package dev.flagledger.webhook.delivery.attempt;

/** Is told that there are notices for the owners of webhooks. */
@FunctionalInterface
public interface CircuitNotices {

    /** Is called after they were committed. Must neither block nor throw. */
    void written();
}
