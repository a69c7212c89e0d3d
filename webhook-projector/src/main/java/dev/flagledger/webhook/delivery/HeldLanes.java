package dev.flagledger.webhook.delivery;

import dev.flagledger.webhook.delivery.lane.Ask;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The lanes that a node delivers at the moment, of which there may be so many, and so many of one webhook. */
final class HeldLanes {

    private final int most;
    private final int perWebhook;
    private final Semaphore free;
    private final Map<Integer, Integer> held = new ConcurrentHashMap<>();

    HeldLanes(int most, int perWebhook) {
        this.most = most;
        this.perWebhook = perWebhook;
        this.free = new Semaphore(most);
    }

    /** What may be leased now. Only the thread that asks also takes, so that at least this much stays free. */
    Ask ask(Duration lease) {
        return new Ask(free.availablePermits(), perWebhook, Map.copyOf(held), lease);
    }

    void take(int webhookId) throws InterruptedException {
        free.acquire();
        held.merge(webhookId, 1, Integer::sum);
    }

    void release(int webhookId) {
        held.computeIfPresent(webhookId, (_, lanes) -> lanes == 1 ? null : lanes - 1);
        free.release();
    }

    /** Waits until none is held. */
    boolean awaitNone(Duration timeout) {
        try {
            var none = free.tryAcquire(most, timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (none) {
                free.release(most);
            }
            return none;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
