package dev.flagledger.webhook.delivery;

import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.ledger.StartOrder;
import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.webhook.WebhookSettings;
import dev.flagledger.webhook.delivery.DeliveryMeters.Result;
import dev.flagledger.webhook.sending.HttpSender;
import dev.flagledger.webhook.sending.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Leases due deliveries and makes their next attempts, each on a virtual thread and outside of transactions. If the node dies, the
 * lease expires and the attempt is repeated: at least once.
 */
@Component
final class Deliverer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

    /** The number of attempts that may use the database at once, which leaves connections for requests when all receivers fail. */
    private static final int CONNECTIONS = 4;

    /** The longest pause after failures of the database: short, since all receivers wait. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** The time for current attempts to end at shutdown. Then they are aborted and have the same time to record it. */
    private static final Duration SHUTDOWN_GRACE = Duration.ofMillis(1500);

    private final DeliveryTable table;
    private final DeliverySignal signal;
    private final WebhookSecrets secrets;
    private final HttpSender sender;
    private final RetrySchedule retries;
    private final WebhookSettings settings;
    private final DeliveryMeters meters;
    private final Semaphore slots;
    private final SyncTaskExecutor database = new SyncTaskExecutor();

    private final BackgroundLoop loop = new BackgroundLoop("webhook-deliverer", this::round).pausingAtMost(PAUSE);

    Deliverer(
            DeliveryTable table,
            DeliverySignal signal,
            WebhookSecrets secrets,
            HttpSender sender,
            RetrySchedule retries,
            WebhookSettings settings,
            DeliveryMeters meters) {
        this.table = table;
        this.signal = signal;
        this.secrets = secrets;
        this.sender = sender;
        this.retries = retries;
        this.settings = settings;
        this.meters = meters;
        this.slots = new Semaphore(settings.inFlight());
        this.database.setConcurrencyLimit(CONNECTIONS);
    }

    private Duration round() throws InterruptedException {
        // Only this thread acquires slots, so at least this many stay free.
        var free = slots.availablePermits();
        table.cancelOrphans();
        var leased = table.lease(free, settings.lease());
        slots.acquire(leased.size());
        leased.forEach(delivery -> Thread.startVirtualThread(() -> attemptAndRelease(delivery)));
        if (leased.isEmpty()) {
            signal.await(settings.pollInterval());
        }
        return Duration.ZERO;
    }

    private void attemptAndRelease(Delivery delivery) {
        try {
            attempt(delivery);
        } catch (RuntimeException e) {
            LOG.warn("Delivery {} will be retried when its lease expires", delivery.messageId(), e);
        } finally {
            slots.release();
            signal.raise();
        }
    }

    private void attempt(Delivery delivery) {
        var keys = database.execute(() -> secrets.keysOf(delivery.webhookId()));
        var started = System.nanoTime();
        var outcome = sender.send(delivery.messageSignedWith(keys));
        var took = Duration.ofNanos(System.nanoTime() - started);
        var retry = retries.waitAfter(delivery.attempt(), outcome);
        if (!database.execute(() -> table.record(delivery, outcome, took, retry))) {
            LOG.debug("Delivery {} was taken over by another node", delivery.messageId());
        }
        meters.attempted(result(outcome, retry), took);
    }

    private static Result result(Outcome outcome, Optional<Duration> retry) {
        if (outcome.delivered()) {
            return Result.DELIVERED;
        }
        return retry.isPresent() ? Result.RETRIED : Result.FAILED;
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.end();
        signal.raise();
        loop.stop(SHUTDOWN_GRACE);
        if (!ended(SHUTDOWN_GRACE)) {
            sender.abandon();
            ended(SHUTDOWN_GRACE);
        }
    }

    @Override
    public boolean isRunning() {
        return loop.isAlive();
    }

    @Override
    public int getPhase() {
        return StartOrder.DELIVERING;
    }

    private boolean ended(Duration timeout) {
        try {
            var ended = slots.tryAcquire(settings.inFlight(), timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                slots.release(settings.inFlight());
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
