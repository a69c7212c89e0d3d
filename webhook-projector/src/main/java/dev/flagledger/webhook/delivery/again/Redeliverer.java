package dev.flagledger.webhook.delivery.again;

import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.background.LoopLifecycle;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Queues what was asked for again, part by part, so that it delays neither the projection nor other messages of the webhook. */
@Component
class Redeliverer implements LoopLifecycle {

    /** The longest that a request waits if nothing else does. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final BackgroundLoop loop;

    Redeliverer(RedeliveryQueue queue) {
        loop = new BackgroundLoop("webhook-redeliverer", () -> queue.queueNext() ? Duration.ZERO : LOOK);
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }
}
