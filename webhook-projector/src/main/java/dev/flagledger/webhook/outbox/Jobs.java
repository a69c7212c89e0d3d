package dev.flagledger.webhook.outbox;

import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.contract.view.webhook.FlagUpdate;
import dev.flagledger.contract.view.webhook.PublishedVersion;
import dev.flagledger.engine.change.ErasedAuthors;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.change.Target;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.webhook.Webhook;
import dev.flagledger.installation.event.FlagEvents;
import dev.flagledger.ledger.history.Step;
import dev.flagledger.webhook.delivery.Job;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides which bodies an event queues for which webhooks. The receivers are the enabled webhooks of the state after the event. */
final class Jobs {

    private Jobs() {}

    /** The jobs of a step, in the order to deliver: one per change and webhook. */
    static Stream<Job> of(Step<Installation> step) {
        var recorded = ErasedAuthors.unnamed(FlagEvents.of(step.recorded()), step.after());
        if (recorded.event() instanceof VersionPublished published) {
            return PublishedVersion.of(recorded, published, step.after()).stream()
                    .flatMap(version -> jobs(step, published.environmentId(), published.featureId(), 0, null, () -> Envelope.of(version)));
        }
        var changes = FlagChange.of(step.before(), recorded, step.after());
        return IntStream.range(0, changes.size()).boxed().flatMap(ordinal -> {
            var change = changes.get(ordinal);
            var identity = change.target() instanceof Target.OfIdentity of ? Integer.valueOf(of.identityId()) : null;
            return jobs(
                    step,
                    change.environment().id(),
                    change.feature().id(),
                    ordinal,
                    identity,
                    () -> Envelope.of(FlagUpdate.of(recorded, change)));
        });
    }

    private static Stream<Job> jobs(
            Step<Installation> step,
            int environmentId,
            int featureId,
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
                .map(webhook -> new Job(
                        webhook.id(), environmentId, featureId, recorded.position(), ordinal, body, persons));
    }

    private static List<Webhook> webhooks(Installation installation, int environmentId) {
        return installation.environment(environmentId).map(Environment::webhooks).stream()
                .flatMap(all -> all.values().stream())
                .filter(webhook -> webhook.settings().enabled())
                .toList();
    }
}
