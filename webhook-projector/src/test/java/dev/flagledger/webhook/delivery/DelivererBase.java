package dev.flagledger.webhook.delivery;

import dev.flagledger.webhook.DeliverySettings;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;

/** A delivering node that retries within milliseconds. */
abstract class DelivererBase {

    static final DeliverySettings FAST = Settings.with(
            "retry-delays=20ms,40ms,80ms,100ms,100ms,100ms,100ms,100ms,100ms",
            "poll-interval=20ms",
            "deadline=10s",
            "lease=11s");

    Rig node = Rig.on(FAST);

    @AfterEach
    void close() throws IOException {
        node.close();
    }

    /** Blocks a receiver. */
    static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
