package dev.flagledger.command.environment;

import dev.flagledger.api.environment.EnvironmentCommand.ChangeWebhook;
import dev.flagledger.api.event.EnvironmentEvent.WebhookAdded;
import dev.flagledger.api.event.EnvironmentEvent.WebhookChanged;
import dev.flagledger.api.event.EnvironmentEvent.WebhookRemoved;
import dev.flagledger.command.Entities;
import java.util.Optional;

/** The webhooks of an environment, as its aggregate knows them. */
final class EnvironmentWebhooks {

    private final Entities<Receiver> receivers = new Entities<>("Webhook");

    private record Receiver(String url, boolean enabled) {}

    /** Returns the event of a change; empty if nothing changes. A secret that is set counts as changed. */
    Optional<WebhookChanged> changed(ChangeWebhook command) {
        var receiver = new Receiver(command.url(), command.enabled());
        return receiver.equals(receivers.get(command.webhookId())) && !command.secretChanged()
                ? Optional.empty()
                : Optional.of(new WebhookChanged(
                        command.environmentId(),
                        command.webhookId(),
                        command.url(),
                        command.enabled(),
                        command.secretChanged()));
    }

    void require(int id) {
        receivers.require(id);
    }

    void evolve(WebhookAdded event) {
        receivers.put(event.webhookId(), new Receiver(event.url(), event.enabled()));
    }

    void evolve(WebhookChanged event) {
        receivers.put(event.webhookId(), new Receiver(event.url(), event.enabled()));
    }

    void evolve(WebhookRemoved event) {
        receivers.remove(event.webhookId());
    }
}
