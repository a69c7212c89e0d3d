package dev.flagledger.webhook.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Signals that deliveries may be due. Signals that are raised before the next wait are merged; none is lost. */
@Component
final class DeliverySignal {

    private final Semaphore raised = new Semaphore(0);

    void raise() {
        raised.release();
    }

    /** Waits until the signal is raised, or was since the last call, or until the timeout. */
    boolean await(Duration timeout) throws InterruptedException {
        var seen = raised.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS);
        raised.drainPermits();
        return seen;
    }
}
