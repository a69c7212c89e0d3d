package dev.flagledger.webhook.notice;

import dev.flagledger.api.webhook.WebhookCommand;
import dev.flagledger.api.webhook.WebhookCommand.PauseWebhook;
import dev.flagledger.api.webhook.WebhookCommand.ResumeWebhook;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.webhook.delivery.attempt.CircuitNotices;
import dev.flagledger.webhook.endpoint.EndpointTable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Records in the log that webhooks were paused and resumed, so that their owners find it in the audit log. */
@Component
class PauseNotices implements CircuitNotices, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PauseNotices.class);

    private final Commands commands;
    private final EndpointTable endpoints;
    private final ExecutorService inTurn = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("webhook-notices").factory());

    PauseNotices(Commands commands, EndpointTable endpoints) {
        this.commands = commands;
        this.endpoints = endpoints;
    }

    @Override
    public void changed(int webhookId, boolean paused) {
        inTurn.execute(() -> tell(webhookId, paused));
    }

    @Override
    public void close() {
        inTurn.shutdownNow();
    }

    private void tell(int webhookId, boolean paused) {
        try {
            endpoints
                    .ownerOf(webhookId)
                    .ifPresent(owner -> commands.send(command(webhookId, owner, paused), Attribution.SYSTEM));
        } catch (RuntimeException e) {
            LOG.warn("That webhook {} was {} is not in the audit log", webhookId, paused ? "paused" : "resumed", e);
        }
    }

    private static WebhookCommand command(int webhookId, WebhookOwner owner, boolean paused) {
        return paused ? new PauseWebhook(webhookId, owner) : new ResumeWebhook(webhookId, owner);
    }
}
