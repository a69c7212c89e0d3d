package dev.flagledger.webhook.delivery.attempt;

/** Is told when the circuit of a webhook opens or closes. */
@FunctionalInterface
public interface CircuitNotices {

    /**
     * Is called after the change was committed. Must neither block nor throw. A change is not told if the node dies at that moment.
     *
     * @param paused whether the circuit has opened
     */
    void changed(int webhookId, boolean paused);
}
