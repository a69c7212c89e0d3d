package dev.flagledger.command.environment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.environment.EnvironmentCommand;
import dev.flagledger.api.environment.EnvironmentCommand.AddWebhook;
import dev.flagledger.api.environment.EnvironmentCommand.ChangeEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.ChangeWebhook;
import dev.flagledger.api.environment.EnvironmentCommand.CreateEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.RemoveWebhook;
import dev.flagledger.api.environment.EnvironmentEvent;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookAdded;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookChanged;
import dev.flagledger.api.environment.EnvironmentEvent.WebhookRemoved;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.flag.StateSeed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** Guards an environment's settings and who is told of its flags. */
@Aggregate(type = "environment", cache = "currentAggregates")
class Environment {

    @AggregateIdentifier
    String id;

    private int projectId;
    private EnvironmentSettings settings;
    private final Map<Integer, Receiver> webhooks = new HashMap<>();

    Environment() {}

    /** An environment with a state for each feature that its project has. */
    static Environment create(CreateEnvironment command, List<StateSeed> states) {
        var environment = new Environment();
        apply(new EnvironmentCreated(
                command.environmentId(), command.uuid(), command.projectId(), command.settings(), states));
        return environment;
    }

    @CommandHandler
    void handle(ChangeEnvironment command) {
        if (command.projectId() != projectId) {
            throw new Rejected(new Rejection.Missing("Environment"));
        }
        if (!command.settings().equals(settings)) {
            apply(new EnvironmentChanged(command.environmentId(), command.settings()));
        }
    }

    @CommandHandler
    void handle(AddWebhook command) {
        apply(new WebhookAdded(command.environmentId(), command.webhookId(), command.url(), command.enabled()));
    }

    @CommandHandler
    void handle(ChangeWebhook command) {
        var receiver = new Receiver(command.url(), command.enabled());
        if (!receiver.equals(known(command.webhookId())) || command.secretChanged()) {
            apply(new WebhookChanged(
                    command.environmentId(),
                    command.webhookId(),
                    command.url(),
                    command.enabled(),
                    command.secretChanged()));
        }
    }

    @CommandHandler
    void handle(RemoveWebhook command) {
        known(command.webhookId());
        apply(new WebhookRemoved(command.environmentId(), command.webhookId()));
    }

    @EventSourcingHandler
    void evolve(EnvironmentEvent event) {
        switch (event) {
            case EnvironmentCreated e -> {
                id = EnvironmentCommand.streamOf(e.environmentId());
                projectId = e.projectId();
                settings = e.settings();
            }
            case EnvironmentChanged e -> settings = e.settings();
            case WebhookAdded e -> webhooks.put(e.webhookId(), new Receiver(e.url(), e.enabled()));
            case WebhookChanged e -> webhooks.put(e.webhookId(), new Receiver(e.url(), e.enabled()));
            case WebhookRemoved e -> webhooks.remove(e.webhookId());
        }
    }

    private Receiver known(int webhookId) {
        var receiver = webhooks.get(webhookId);
        if (receiver == null) {
            throw new Rejected(new Rejection.Missing("Webhook"));
        }
        return receiver;
    }

    private record Receiver(String url, boolean enabled) {}
}
