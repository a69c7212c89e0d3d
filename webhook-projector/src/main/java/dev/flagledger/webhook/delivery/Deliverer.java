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
 * Takes due deliveries and makes their next attempt, each on a virtual thread and outside any transaction. If the node dies
 * meanwhile, the lease runs out and the attempt is made again: at least once, never lost.
 */
@Component
final class Deliverer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

    /** So many attempts at a time may talk to the database: when all receivers fail at once, requests need connections too. */
    private static final int CONNECTIONS = 4;

    /** All receivers wait while the database is away, and are told soon after it is back. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** For attempts under way to end when the node stops; then they are cut off, and get as long to write that down. */
    private static final Duration LAST_WORDS = Duration.ofMillis(1500);

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
        // Only this thread takes slots, so that many stay free.
        var free = slots.availablePermits();
        table.cancelOrphans();
        var leased = table.lease(free, settings.lease());
        slots.acquire(leased.size());
        leased.forEach(delivery -> Thread.startVirtualThread(() -> attemptAndFree(delivery)));
        if (leased.isEmpty()) {
            signal.await(settings.pollInterval());
        }
        return Duration.ZERO;
    }

    private void attemptAndFree(Delivery delivery) {
        try {
            attempt(delivery);
        } catch (RuntimeException e) {
            LOG.warn("Delivery {} is made again when its lease runs out", delivery.messageId(), e);
        } finally {
            slots.release();
            signal.raise();
        }
    }

    private void attempt(Delivery delivery) {
        var secret = database.execute(() -> secrets.find(delivery.webhookId()).orElse(""));
        var started = System.nanoTime();
        var outcome = sender.send(delivery.messageSignedWith(secret));
        var took = Duration.ofNanos(System.nanoTime() - started);
        var retry = retries.waitAfter(delivery.attempt(), delivery.age());
        if (!database.execute(() -> table.record(delivery, outcome, took, retry))) {
            LOG.debug("Delivery {} had been taken by another node meanwhile", delivery.messageId());
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
        loop.stop(LAST_WORDS);
        if (!ended(LAST_WORDS)) {
            sender.abandon();
            ended(LAST_WORDS);
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

    private boolean ended(Duration patience) {
        try {
            var ended = slots.tryAcquire(settings.inFlight(), patience.toMillis(), TimeUnit.MILLISECONDS);
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
