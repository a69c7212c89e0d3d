package dev.flagledger.ledger.background;

import dev.flagledger.ledger.StartOrder;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** A part of a node that runs for as long as its loop does. */
public interface LoopLifecycle extends SmartLifecycle {

    /** The loop, the same one each time. */
    BackgroundLoop loop();

    /** How long the node waits for its end. */
    Duration farewell();

    @Override
    default void start() {
        loop().start();
    }

    /** The round under way is interrupted. Override this where a round is to come to its end. */
    @Override
    default void stop() {
        loop().cutOff(farewell());
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
