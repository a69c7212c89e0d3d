package dev.flagledger.webhook.outbox;

import dev.flagledger.api.event.Erasing;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.extract.ImportedLog;
import dev.flagledger.ledger.history.Step;
import dev.flagledger.ledger.projection.Projection;
import dev.flagledger.webhook.delivery.BodyEraser;
import dev.flagledger.webhook.delivery.DeliveryQueue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The projection that queues a payload of every change of a flag for every receiver, and maintains the table of receivers. The
 * receivers of an event are those of the state after it. Not a read model: it is never rebuilt, so nothing is queued twice. Events
 * that were imported are not queued at all.
 */
@Component
class WebhookOutbox implements Projection<Installation> {

    private final Receivers receivers;
    private final DeliveryQueue queue;
    private final BodyEraser eraser;
    private final ImportedLog imported;

    WebhookOutbox(Receivers receivers, DeliveryQueue queue, BodyEraser eraser, ImportedLog imported) {
        this.receivers = receivers;
        this.queue = queue;
        this.eraser = eraser;
        this.imported = imported;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Optional<Runnable> project(List<Step<Installation>> steps) {
        var updates =
                steps.stream().flatMap(step -> receivers.changed(step).stream()).toList();
        var jobs = steps.stream()
                .filter(step -> step.recorded().position() > imported.position())
                .flatMap(Jobs::of)
                .toList();
        var erased = steps.stream()
                .flatMap(step -> step.recorded().event() instanceof Erasing erasing
                        ? Stream.of(erasing.erased())
                        : Stream.empty())
                .toList();
        if (updates.isEmpty() && jobs.isEmpty() && erased.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(() -> {
            updates.forEach(Runnable::run);
            if (!jobs.isEmpty()) {
                queue.enqueue(jobs);
            }
            erased.forEach(eraser::erase);
        });
    }
}
