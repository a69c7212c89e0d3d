package dev.flagledger.webhook.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Says that there may be work. Any number of raises before somebody looks are one signal; none is ever lost. */
final class DeliverySignal {

    private final Semaphore raised = new Semaphore(0);

    void raise() {
        raised.release();
    }

    /** Returns when the signal is raised, at once if it was since the last call, or when the patience is over. */
    boolean await(Duration patience) throws InterruptedException {
        var seen = raised.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        raised.drainPermits();
        return seen;
    }
}
