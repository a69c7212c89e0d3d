package dev.flagledger.webhook.outbox;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.view.FlagUpdate;
import dev.flagledger.engine.view.PublishedVersion;
import dev.flagledger.ledger.history.ProjectionFold;
import dev.flagledger.webhook.delivery.DeliveryQueue;
import dev.flagledger.webhook.endpoint.EndpointTable;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.stereotype.Component;

/** Queues a payload for every receiver of every change of a flag, and keeps the list of receivers. */
@Component
@ProcessingGroup(WebhookOutbox.NAME)
@DisallowReplay
class WebhookOutbox {

    /** The name under which the token is kept. */
    static final String NAME = "webhooks";

    private final EndpointTable endpoints;
    private final Receivers receivers;
    private final DeliveryQueue queue;
    private final ProjectionFold<Installation> fold;

    WebhookOutbox(
            EndpointTable endpoints, Receivers receivers, DeliveryQueue queue, ProjectionFold<Installation> fold) {
        this.endpoints = endpoints;
        this.receivers = receivers;
        this.queue = queue;
        this.fold = fold;
    }

    @EventHandler
    void on(LedgerEvent event, TrackedEventMessage<?> message) {
        var step = fold.step(message);
        if (step.withheld()) {
            return;
        }
        receivers.follow(step.before(), event, step.after());
        tell(step.recorded(), FlagChange.of(step.before(), step.recorded(), step.after()));
        if (event instanceof VersionPublished published) {
            PublishedVersion.of(step.recorded(), published, step.after())
                    .ifPresent(version ->
                            enqueue(step.recorded(), published.environmentId(), 0, () -> Envelope.of(version)));
        }
    }

    private void tell(RecordedEvent recorded, List<FlagChange> changes) {
        for (int ordinal = 0; ordinal < changes.size(); ordinal++) {
            var change = changes.get(ordinal);
            int environmentId = change.environment().id();
            enqueue(recorded, environmentId, ordinal, () -> Envelope.of(FlagUpdate.of(recorded, change)));
        }
    }

    private void enqueue(RecordedEvent recorded, int environmentId, int ordinal, Supplier<byte[]> envelope) {
        var told = endpoints.enabledIn(environmentId);
        if (!told.isEmpty()) {
            var body = envelope.get();
            for (var receiver : told) {
                queue.enqueue(receiver.id(), receiver.environmentId(), recorded.position(), ordinal, body);
            }
        }
    }
}
