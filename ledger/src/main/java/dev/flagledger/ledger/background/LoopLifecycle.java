package dev.flagledger.ledger.background;

import dev.flagledger.ledger.StartOrder;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** A component whose lifecycle is that of its loop. */
public interface LoopLifecycle extends SmartLifecycle {

    /** The loop; always the same. */
    BackgroundLoop loop();

    /** How long the node waits for the loop to end. */
    default Duration stopTimeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    default void start() {
        loop().start();
    }

    /** Interrupts the running round. To be overridden where a round has to complete. */
    @Override
    default void stop() {
        loop().interrupt(stopTimeout());
    }

    @Override
    default boolean isRunning() {
        return loop().isAlive();
    }

    @Override
    default int getPhase() {
        return StartOrder.READING;
    }
}
