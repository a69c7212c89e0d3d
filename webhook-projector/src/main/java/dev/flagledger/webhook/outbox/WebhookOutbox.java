package dev.flagledger.webhook.outbox;

import dev.flagledger.api.event.Erasing;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.contract.view.webhook.FlagUpdate;
import dev.flagledger.contract.view.webhook.PublishedVersion;
import dev.flagledger.engine.change.ErasedAuthors;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.change.Target;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Webhook;
import dev.flagledger.installation.event.FlagEvents;
import dev.flagledger.ledger.history.Step;
import dev.flagledger.ledger.projection.Projection;
import dev.flagledger.webhook.delivery.BodyEraser;
import dev.flagledger.webhook.delivery.DeliveryQueue;
import dev.flagledger.webhook.delivery.Job;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The projection that queues a payload of every change of a flag for every receiver, and maintains the table of receivers. The
 * receivers of an event are those of the state after it. Not a read model: it is never rebuilt, so nothing is queued twice.
 */
@Component
class WebhookOutbox implements Projection<Installation> {

    private final Receivers receivers;
    private final DeliveryQueue queue;
    private final BodyEraser eraser;

    WebhookOutbox(Receivers receivers, DeliveryQueue queue, BodyEraser eraser) {
        this.receivers = receivers;
        this.queue = queue;
        this.eraser = eraser;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Optional<Runnable> project(List<Step<Installation>> steps) {
        var updates =
                steps.stream().flatMap(step -> receivers.changed(step).stream()).toList();
        var jobs = steps.stream().flatMap(WebhookOutbox::jobs).toList();
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

    private static Stream<Job> jobs(Step<Installation> step) {
        var recorded = ErasedAuthors.unnamed(FlagEvents.of(step.recorded()), step.after());
        if (recorded.event() instanceof VersionPublished published) {
            return PublishedVersion.of(recorded, published, step.after()).stream()
                    .flatMap(version -> jobs(step, published.environmentId(), 0, null, () -> Envelope.of(version)));
        }
        var changes = FlagChange.of(step.before(), recorded, step.after());
        return IntStream.range(0, changes.size()).boxed().flatMap(ordinal -> {
            var change = changes.get(ordinal);
            var identity = change.target() instanceof Target.OfIdentity of ? Integer.valueOf(of.identityId()) : null;
            return jobs(
                    step,
                    change.environment().id(),
                    ordinal,
                    identity,
                    () -> Envelope.of(FlagUpdate.of(recorded, change)));
        });
    }

    private static Stream<Job> jobs(
            Step<Installation> step,
            int environmentId,
            int ordinal,
            @Nullable Integer identity,
            Supplier<byte[]> envelope) {
        var webhooks = webhooks(step.after(), environmentId);
        if (webhooks.isEmpty()) {
            return Stream.empty();
        }
        var body = envelope.get();
        var recorded = step.recorded();
        var persons = new Job.Persons(recorded.actor().userId(), identity);
        return webhooks.stream()
                .map(webhook -> new Job(webhook.id(), environmentId, recorded.position(), ordinal, body, persons));
    }

    private static List<Webhook> webhooks(Installation installation, int environmentId) {
        return installation.environment(environmentId).map(Environment::webhooks).stream()
                .flatMap(all -> all.values().stream())
                .filter(Webhook::enabled)
                .toList();
    }
}
