package dev.flagledger.webhook.outbox;

import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.WebhookEvent.MessagesRedelivered;
import dev.flagledger.engine.change.ErasedAuthors;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.event.FlagEvents;
import dev.flagledger.ledger.extract.ImportedLog;
import dev.flagledger.ledger.history.Step;
import dev.flagledger.ledger.projection.Projection;
import dev.flagledger.webhook.delivery.BodyEraser;
import dev.flagledger.webhook.delivery.DeliveryQueue;
import dev.flagledger.webhook.delivery.RedeliveryQueue;
import dev.flagledger.webhook.outbox.AuditNumbers.Lines;
import dev.flagledger.webhook.outbox.Jobs.Draft;
import dev.flagledger.webhook.outbox.News.Audited;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final RedeliveryQueue again;
    private final BodyEraser eraser;
    private final ImportedLog imported;

    WebhookOutbox(
            Receivers receivers,
            AuditNumbers numbers,
            DeliveryQueue queue,
            RedeliveryQueue again,
            BodyEraser eraser,
            ImportedLog imported) {
        this.receivers = receivers;
        this.numbers = numbers;
        this.queue = queue;
        this.again = again;
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
        var lines = new ArrayList<Lines>();
        var drafts = new ArrayList<Draft>();
        int before = 0;
        for (var step : steps) {
            var recorded = ErasedAuthors.unnamed(FlagEvents.of(step.recorded()), step.after());
            var told = News.of(step.before(), recorded, step.after(), before);
            int audited = (int) told.stream().filter(Audited.class::isInstance).count();
            lines.add(new Lines(recorded.position(), audited));
            before += audited;
            if (recorded.position() > imported.position()) {
                Jobs.of(recorded, step.after(), told).forEach(drafts::add);
            }
        }
        var asked = steps.stream()
                .filter(step -> step.recorded().position() > imported.position())
                .flatMap(step -> redelivery(step).stream())
                .toList();
        var erased = steps.stream()
                .flatMap(step -> step.recorded().event() instanceof Erasing erasing
                        ? Stream.of(erasing.erased())
                        : Stream.empty())
                .toList();
        if (updates.isEmpty() && before == 0 && drafts.isEmpty() && asked.isEmpty() && erased.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(() -> {
            updates.forEach(Runnable::run);
            int lastLine = numbers.advance(lines);
            if (!drafts.isEmpty()) {
                queue.enqueue(drafts.stream().map(draft -> draft.job(lastLine)).toList());
            }
            asked.forEach(Runnable::run);
            erased.forEach(eraser::erase);
        });
    }

    private Optional<Runnable> redelivery(Step<Installation> step) {
        return step.recorded().event() instanceof MessagesRedelivered(var webhookId, var _, var messages)
                ? Optional.of(() -> again.enqueue(webhookId, step.recorded().position(), messages))
                : Optional.empty();
    }
}
