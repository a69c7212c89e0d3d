package dev.flagledger.command.webhook;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.api.event.WebhookEvent.MessagesRedelivered;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookChanged;
import dev.flagledger.api.event.WebhookEvent.WebhookPaused;
import dev.flagledger.api.event.WebhookEvent.WebhookRemoved;
import dev.flagledger.api.event.WebhookEvent.WebhookResumed;
import dev.flagledger.api.webhook.WebhookCommand;
import dev.flagledger.api.webhook.WebhookCommand.AddWebhook;
import dev.flagledger.api.webhook.WebhookCommand.ChangeWebhook;
import dev.flagledger.api.webhook.WebhookCommand.PauseWebhook;
import dev.flagledger.api.webhook.WebhookCommand.RedeliverMessages;
import dev.flagledger.api.webhook.WebhookCommand.RemoveWebhook;
import dev.flagledger.api.webhook.WebhookCommand.ResumeWebhook;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.command.edit.Edits;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The aggregate of a webhook. */
@Aggregate(type = "webhook", cache = "currentAggregates")
class Webhook {

    @AggregateIdentifier
    String id;

    private WebhookOwner owner;
    private WebhookSettings settings;
    private boolean paused;

    Webhook() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(AddWebhook command) {
        apply(new WebhookAdded(command.webhookId(), command.owner(), command.settings()));
    }

    @CommandHandler
    void handle(ChangeWebhook command) {
        requireOf(command);
        var changed = Edits.merged(command.settings(), settings);
        if (command.secretChanged() || !changed.equals(settings)) {
            apply(new WebhookChanged(command.webhookId(), owner, changed, command.secretChanged()));
        }
    }

    @CommandHandler
    void handle(RemoveWebhook command) {
        requireOf(command);
        apply(new WebhookRemoved(command.webhookId(), owner));
    }

    @CommandHandler
    void handle(RedeliverMessages command) {
        requireOf(command);
        apply(new MessagesRedelivered(command.webhookId(), owner, command.messages()));
    }

    @CommandHandler
    void handle(PauseWebhook command) {
        requireOf(command);
        if (!paused) {
            apply(new WebhookPaused(command.webhookId(), owner));
        }
    }

    @CommandHandler
    void handle(ResumeWebhook command) {
        requireOf(command);
        if (paused) {
            apply(new WebhookResumed(command.webhookId(), owner));
        }
    }

    @EventSourcingHandler
    void evolve(WebhookEvent event) {
        switch (event) {
            case WebhookAdded e -> {
                id = WebhookCommand.streamOf(e.webhookId());
                owner = e.owner();
                settings = e.settings();
            }
            case WebhookChanged e -> settings = e.settings();
            case WebhookRemoved _ -> markDeleted();
            case WebhookPaused _ -> paused = true;
            case WebhookResumed _ -> paused = false;
            case MessagesRedelivered _ -> {}
        }
    }

    /** Permissions were checked for the owner that the command names. */
    private void requireOf(WebhookCommand command) {
        if (!command.owner().equals(owner)) {
            throw new Rejected(new Rejection.Missing("Webhook"));
        }
    }
}
