package dev.flagledger.webhook.outbox;

import dev.flagledger.api.LedgerEvent;
import dev.flagledger.api.RecordedEvent;
import dev.flagledger.api.environment.EnvironmentEvent;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookAdded;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookChanged;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookRemoved;
import dev.flagledger.api.feature.FeatureEvent;
import dev.flagledger.api.flag.FlagEvent;
import dev.flagledger.api.identity.IdentityEvent;
import dev.flagledger.api.organisation.OrganisationEvent;
import dev.flagledger.api.project.ProjectEvent;
import dev.flagledger.api.segment.SegmentEvent;
import dev.flagledger.api.user.UserEvent;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.view.FlagUpdate;
import dev.flagledger.platform.fold.ProjectionFold;
import dev.flagledger.webhook.delivery.DeliveryQueue;
import dev.flagledger.webhook.endpoint.Endpoint;
import dev.flagledger.webhook.endpoint.EndpointTable;
import java.util.List;
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
    private final DeliveryQueue queue;
    private final ProjectionFold<Installation> fold;

    WebhookOutbox(EndpointTable endpoints, DeliveryQueue queue, ProjectionFold<Installation> fold) {
        this.endpoints = endpoints;
        this.queue = queue;
        this.fold = fold;
    }

    @EventHandler
    void on(LedgerEvent event, TrackedEventMessage<?> message) {
        var step = fold.step(message);
        follow(event);
        tell(step.recorded(), FlagChange.of(step.before(), step.recorded(), step.after()));
    }

    private void follow(LedgerEvent event) {
        switch (event) {
            case EnvironmentEvent e -> follow(e);
            case UserEvent _,
                    OrganisationEvent _,
                    ProjectEvent _,
                    FeatureEvent _,
                    FlagEvent _,
                    SegmentEvent _,
                    IdentityEvent _ -> {}
            default -> throw new IllegalStateException("no receivers for " + event.getClass());
        }
    }

    private void follow(EnvironmentEvent event) {
        switch (event) {
            case WebhookAdded e -> endpoints.add(new Endpoint(e.webhookId(), e.environmentId(), e.url(), e.enabled()));
            case WebhookChanged e ->
                endpoints.change(new Endpoint(e.webhookId(), e.environmentId(), e.url(), e.enabled()));
            case WebhookRemoved e -> endpoints.remove(e.webhookId());
            case EnvironmentCreated _, EnvironmentChanged _ -> {}
        }
    }

    private void tell(RecordedEvent recorded, List<FlagChange> changes) {
        for (int ordinal = 0; ordinal < changes.size(); ordinal++) {
            var change = changes.get(ordinal);
            var receivers = endpoints.enabledIn(change.environment().id());
            if (!receivers.isEmpty()) {
                var body = Envelope.flagUpdated(FlagUpdate.of(recorded, change));
                for (var receiver : receivers) {
                    queue.enqueue(receiver.id(), receiver.environmentId(), recorded.position(), ordinal, body);
                }
            }
        }
    }
}
