package dev.flagledger.webhook.delivery;

import dev.flagledger.ledger.StartOrder;
import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.webhook.DeliverySettings;
import dev.flagledger.webhook.delivery.attempt.AttemptRecorder;
import dev.flagledger.webhook.delivery.lane.LaneTable;
import dev.flagledger.webhook.delivery.lane.LeasedLane;
import dev.flagledger.webhook.delivery.lane.OrphanedLanes;
import dev.flagledger.webhook.sending.HttpSender;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Leases lanes with due deliveries and delivers each on a virtual thread, outside of transactions. If the node dies, the leases expire
 * and what they were for is repeated: at least once.
 */
@Component
final class Deliverer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

    /** The longest pause after failures of the database: short, since all receivers wait. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Between rounds that found something, so that a round of a busy node leases many lanes. */
    private static final Duration GATHERING = Duration.ofMillis(5);

    /** The time for current attempts to end at shutdown. Then they are aborted and have the same time to end. */
    private static final Duration SHUTDOWN_GRACE = Duration.ofMillis(1500);

    private final LaneTable lanes;
    private final OrphanedLanes orphans;
    private final Courier courier;
    private final AttemptRecorder recorder;
    private final DeliverySignal signal;
    private final HttpSender sender;
    private final DeliverySettings settings;
    private final HeldLanes held;
    private long cancelledAt;

    private final BackgroundLoop loop = new BackgroundLoop("webhook-deliverer", this::round).pausingAtMost(PAUSE);

    Deliverer(
            LaneTable lanes,
            OrphanedLanes orphans,
            Courier courier,
            AttemptRecorder recorder,
            DeliverySignal signal,
            HttpSender sender,
            DeliverySettings settings) {
        this.lanes = lanes;
        this.orphans = orphans;
        this.courier = courier;
        this.recorder = recorder;
        this.signal = signal;
        this.sender = sender;
        this.settings = settings;
        this.held = new HeldLanes(settings.inFlight(), settings.perEndpoint());
    }

    private Duration round() throws InterruptedException {
        boolean more = cancelOrphans();
        var leased = recorder.isBehind() ? List.<LeasedLane>of() : lanes.lease(held.ask(settings.lease()));
        for (var lane : leased) {
            held.take(lane.lane().webhookId());
            Thread.startVirtualThread(() -> deliver(lane));
        }
        if (leased.isEmpty() && !more) {
            signal.await(settings.pollInterval());
            return Duration.ZERO;
        }
        return GATHERING;
    }

    /** Returns whether there may be more to cancel, in the next round. */
    private boolean cancelOrphans() {
        long now = System.nanoTime();
        if (now - cancelledAt < settings.pollInterval().toNanos()) {
            return false;
        }
        if (orphans.cancel() > 0) {
            return true;
        }
        cancelledAt = now;
        return false;
    }

    private void deliver(LeasedLane leased) {
        int webhook = leased.lane().webhookId();
        try {
            courier.deliver(leased);
        } catch (RuntimeException e) {
            LOG.warn("The deliveries to webhook {} will be repeated when their lease expires", webhook, e);
        } finally {
            held.release(webhook);
            signal.raise();
        }
    }

    @Override
    public void start() {
        cancelledAt = System.nanoTime() - settings.pollInterval().toNanos();
        recorder.start(signal::raise);
        loop.start();
    }

    @Override
    public void stop() {
        loop.end();
        signal.raise();
        loop.stop(SHUTDOWN_GRACE);
        if (!held.awaitNone(SHUTDOWN_GRACE)) {
            sender.abandon();
            held.awaitNone(SHUTDOWN_GRACE);
        }
        recorder.stop(SHUTDOWN_GRACE);
    }

    @Override
    public boolean isRunning() {
        return loop.isAlive();
    }

    @Override
    public int getPhase() {
        return StartOrder.DELIVERING;
    }
}
