package dev.flagledger.webhook.evaluation;

import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.contract.view.integration.EvaluationPayload;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.OwnedWebhooks;
import dev.flagledger.installation.evaluation.EvaluationReceivers;
import dev.flagledger.ledger.StartOrder;
import dev.flagledger.ledger.history.History;
import dev.flagledger.webhook.DeliverySettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells receivers of evaluations, on virtual threads that end when nothing waits. What waits is lost with the node: an evaluation is no
 * change, and the next one of the identity says the same.
 */
@Component
final class EvaluationOutbox implements EvaluationReceivers, SmartLifecycle {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final EvaluationSender sender;
    private final EvaluationMeters meters;
    private final Supplier<Installation> installation;
    private final Clock clock;
    private final int atOnce;
    private final Duration firstPause;
    private final Map<Integer, ReceiverLine> lines = new ConcurrentHashMap<>();
    private final CountDownLatch ending = new CountDownLatch(1);
    private volatile boolean running;

    @Autowired
    EvaluationOutbox(
            EvaluationSender sender,
            EvaluationMeters meters,
            History<Installation> history,
            Clock clock,
            DeliverySettings settings) {
        this(sender, meters, history::state, clock, settings.perEndpoint(), FIRST_PAUSE);
    }

    EvaluationOutbox(
            EvaluationSender sender,
            EvaluationMeters meters,
            Supplier<Installation> installation,
            Clock clock,
            int atOnce,
            Duration firstPause) {
        this.sender = sender;
        this.meters = meters;
        this.installation = installation;
        this.clock = clock;
        this.atOnce = atOnce;
        this.firstPause = firstPause;
    }

    @Override
    public void take(WebhookOwner owner, int webhookId, String identifier, Supplier<EvaluationPayload> payload) {
        if (!running) {
            return;
        }
        var line = line(webhookId);
        line.add(new Evaluation(identifier, clock.instant(), payload));
        enlist(line, owner, webhookId);
    }

    private ReceiverLine line(int id) {
        var known = lines.get(id);
        return known != null
                ? known
                : lines.computeIfAbsent(
                        id, _ -> new ReceiverLine(meters.waiting(), atOnce, firstPause, clock, meters::count));
    }

    private void enlist(ReceiverLine line, WebhookOwner owner, int id) {
        while (line.enlist()) {
            Thread.startVirtualThread(() -> serve(line, owner, id));
        }
    }

    private void serve(ReceiverLine line, WebhookOwner owner, int id) {
        while (!isEnding(line.pause())) {
            var next = line.next();
            if (next == null) {
                return;
            }
            var url = url(owner, id);
            if (url.isEmpty()) {
                lines.remove(id, line);
                line.close();
                return;
            }
            line.conclude(next, sender.send(id, url.get(), next));
            enlist(line, owner, id);
        }
    }

    /** The URL as it is now; empty if the webhook was removed. */
    private Optional<String> url(WebhookOwner owner, int id) {
        return Optional.ofNullable(OwnedWebhooks.of(installation.get(), owner).get(id))
                .map(webhook -> webhook.settings().url());
    }

    /** Waits, and returns whether this node stops. */
    private boolean isEnding(Duration pause) {
        try {
            return ending.await(Math.max(0, pause.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** What is under way is ended, since the next evaluation of the identity tells the same. */
    @Override
    public void stop() {
        running = false;
        ending.countDown();
        sender.abandon();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StartOrder.READING;
    }
}
