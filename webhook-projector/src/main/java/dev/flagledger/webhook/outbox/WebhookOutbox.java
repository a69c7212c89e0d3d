package dev.flagledger.webhook.outbox;

import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.WebhookEvent.MessagesRedelivered;
import dev.flagledger.api.webhook.MessageSelection;
import dev.flagledger.engine.change.ErasedAuthors;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.event.FlagEvents;
import dev.flagledger.ledger.extract.ImportedLog;
import dev.flagledger.ledger.history.Step;
import dev.flagledger.ledger.projection.Projection;
import dev.flagledger.webhook.delivery.BodyEraser;
import dev.flagledger.webhook.delivery.DeliveryQueue;
import dev.flagledger.webhook.delivery.again.RedeliveryRequests;
import dev.flagledger.webhook.outbox.AuditNumbers.Lines;
import dev.flagledger.webhook.outbox.Jobs.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The projection that queues what events tell for every receiver, and maintains the table of receivers. The
 * receivers of an event are those of the state after it. Not a read model: it is never rebuilt, so nothing is queued twice. Events
 * that were imported are not queued at all.
 */
@Component
class WebhookOutbox implements Projection<Installation> {

    private final Receivers receivers;
    private final AuditNumbers numbers;
    private final DeliveryQueue queue;
    private final RedeliveryRequests redeliveries;
    private final BodyEraser eraser;
    private final ImportedLog imported;

    WebhookOutbox(
            Receivers receivers,
            AuditNumbers numbers,
            DeliveryQueue queue,
            RedeliveryRequests redeliveries,
            BodyEraser eraser,
            ImportedLog imported) {
        this.receivers = receivers;
        this.numbers = numbers;
        this.queue = queue;
        this.redeliveries = redeliveries;
        this.eraser = eraser;
        this.imported = imported;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Optional<Runnable> project(List<Step<Installation>> steps) {
        // Endpoints before lanes: their circuits are locked in that order by the deliverer, too.
        var endpoints = work(steps, receivers::changed);
        var messages = messages(steps);
        var asked = steps.stream().flatMap(step -> asked(step).stream()).toList();
        var erasures = work(steps, this::erasure);
        if (endpoints.isEmpty()
                && messages.lines().isEmpty()
                && messages.drafts().isEmpty()
                && asked.isEmpty()
                && erasures.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(() -> {
            endpoints.forEach(Runnable::run);
            queue(messages, asked);
            erasures.forEach(Runnable::run);
        });
    }

    private static List<Runnable> work(
            List<Step<Installation>> steps, Function<Step<Installation>, Optional<Runnable>> kind) {
        return steps.stream().flatMap(step -> kind.apply(step).stream()).toList();
    }

    /**
     * What events tell.
     *
     * @param lines of the events that write any
     */
    private record Messages(List<Lines> lines, List<Draft> drafts) {}

    private Messages messages(List<Step<Installation>> steps) {
        var messages = new Messages(new ArrayList<>(), new ArrayList<>());
        int before = 0;
        for (var step : steps) {
            var recorded = ErasedAuthors.unnamed(FlagEvents.of(step.recorded()), step.after());
            var told = News.of(step.before(), recorded, step.after(), before);
            int audited = (int) told.stream().filter(Audited.class::isInstance).count();
            if (audited > 0) {
                messages.lines().add(new Lines(recorded.position(), audited));
                before += audited;
            }
            if (isOwn(step)) {
                Jobs.of(recorded, step.after(), told).forEach(messages.drafts()::add);
            }
        }
        return messages;
    }

    /** Messages of a webhook that the event at a position asks for again. */
    private record Asked(int webhookId, long position, MessageSelection messages) {}

    private Optional<Asked> asked(Step<Installation> step) {
        return isOwn(step) && step.recorded().event() instanceof MessagesRedelivered(var webhookId, var _, var messages)
                ? Optional.of(new Asked(webhookId, step.recorded().position(), messages))
                : Optional.empty();
    }

    private void queue(Messages messages, List<Asked> asked) {
        int lastLine = messages.lines().isEmpty() ? 0 : numbers.advance(messages.lines());
        var jobs = messages.drafts().stream().map(draft -> draft.job(lastLine)).toList();
        if (!jobs.isEmpty()) {
            queue.enqueue(jobs);
        }
        asked.forEach(one -> redeliveries.add(one.webhookId(), one.position(), one.messages()));
    }

    private Optional<Runnable> erasure(Step<Installation> step) {
        return step.recorded().event() instanceof Erasing erasing
                ? Optional.of(() -> eraser.erase(erasing.erased()))
                : Optional.empty();
    }

    private boolean isOwn(Step<Installation> step) {
        return step.recorded().position() > imported.position();
    }
}
