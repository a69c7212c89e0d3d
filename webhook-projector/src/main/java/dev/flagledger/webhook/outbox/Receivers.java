package dev.flagledger.webhook.outbox;

import dev.flagledger.api.LedgerEvent;
import dev.flagledger.api.environment.EnvironmentEvent;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.environment.EnvironmentEvent.FirstEvaluated;
import dev.flagledger.api.environment.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.environment.EnvironmentEvent.ServerKeyChanged;
import dev.flagledger.api.environment.EnvironmentEvent.ServerKeyRemoved;
import dev.flagledger.api.environment.EnvironmentEvent.VersioningDisabled;
import dev.flagledger.api.environment.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookAdded;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookChanged;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookRemoved;
import dev.flagledger.api.project.ProjectEvent.ProjectDeleted;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.webhook.endpoint.Endpoint;
import dev.flagledger.webhook.endpoint.EndpointTable;
import org.springframework.stereotype.Component;

/** Keeps the list of receivers as the log has it. Those of an environment go with it. */
@Component
class Receivers {

    private final EndpointTable endpoints;

    Receivers(EndpointTable endpoints) {
        this.endpoints = endpoints;
    }

    /** Follows an event that turned one state into the other. */
    void follow(Installation before, LedgerEvent event, Installation after) {
        switch (event) {
            case ProjectDeleted e ->
                before.project(e.projectId()).stream()
                        .flatMap(project -> project.environments().keySet().stream())
                        .forEach(endpoints::removeAllOf);
            // Whatever is said of an environment after its project was deleted comes too late.
            case EnvironmentEvent e
            when after.environment(e.environmentId()).isEmpty() -> endpoints.removeAllOf(e.environmentId());
            case EnvironmentEvent e -> follow(e);
            default -> {}
        }
    }

    private void follow(EnvironmentEvent event) {
        switch (event) {
            case WebhookAdded e -> endpoints.add(new Endpoint(e.webhookId(), e.environmentId(), e.url(), e.enabled()));
            case WebhookChanged e ->
                endpoints.change(new Endpoint(e.webhookId(), e.environmentId(), e.url(), e.enabled()));
            case WebhookRemoved e -> endpoints.remove(e.webhookId());
            case EnvironmentCreated _,
                    EnvironmentCloned _,
                    EnvironmentChanged _,
                    ServerKeyAdded _,
                    ServerKeyChanged _,
                    ServerKeyRemoved _,
                    VersioningEnabled _,
                    VersioningDisabled _,
                    FirstEvaluated _,
                    EnvironmentDeleted _ -> {}
        }
    }
}
