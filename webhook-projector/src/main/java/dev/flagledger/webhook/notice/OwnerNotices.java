package dev.flagledger.webhook.notice;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.webhook.WebhookCommand;
import dev.flagledger.api.webhook.WebhookCommand.ChangeWebhook;
import dev.flagledger.api.webhook.WebhookCommand.PauseWebhook;
import dev.flagledger.api.webhook.WebhookCommand.ResumeWebhook;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.background.LoopLifecycle;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.webhook.delivery.attempt.CircuitNotices;
import dev.flagledger.webhook.delivery.attempt.Notice;
import dev.flagledger.webhook.delivery.attempt.NoticeTable;
import dev.flagledger.webhook.endpoint.EndpointTable;
import dev.flagledger.webhook.endpoint.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Records in the log that webhooks were paused and resumed, and disables those whose receivers are gone, so that their owners find it in
 * the audit log. A notice is deleted after its event is recorded: if the node dies in between it is told again, which records nothing.
 */
@Component
class OwnerNotices implements CircuitNotices, LoopLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerNotices.class);
    private static final String GONE = "The receiver answered 410: it is gone";

    /** The time after which what another node left is found. */
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final NoticeTable notices;
    private final EndpointTable endpoints;
    private final BiConsumer<WebhookCommand, Attribution> commands;
    private final BackgroundLoop loop = new BackgroundLoop("webhook-notices", this::round);

    @Autowired
    OwnerNotices(NoticeTable notices, EndpointTable endpoints, Commands commands) {
        this(notices, endpoints, (BiConsumer<WebhookCommand, Attribution>) commands::send);
    }

    OwnerNotices(NoticeTable notices, EndpointTable endpoints, BiConsumer<WebhookCommand, Attribution> commands) {
        this.notices = notices;
        this.endpoints = endpoints;
        this.commands = commands;
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }

    @Override
    public void written() {
        loop.wake();
    }

    /** A command is not interrupted. */
    @Override
    public void stop() {
        loop.stop(stopTimeout());
    }

    /** Tells what there is to tell, until the loop is to end. */
    Duration round() {
        while (!loop.isEnding()) {
            var notice = notices.lease();
            if (notice.isEmpty()) {
                break;
            }
            tell(notice.get());
        }
        return LOOK;
    }

    private void tell(Notice notice) {
        try {
            endpoints.find(notice.webhookId()).ifPresent(target -> tell(notice, target));
        } catch (Rejected e) {
            LOG.info("The owner of webhook {} is not told, since it was removed", notice.webhookId());
        } catch (RuntimeException e) {
            notices.release(notice);
            throw e;
        }
        notices.told(notice);
    }

    private void tell(Notice notice, Target target) {
        var id = notice.webhookId();
        switch (notice.kind()) {
            case PAUSED -> commands.accept(new PauseWebhook(id, target.owner()), Attribution.SYSTEM);
            case RESUMED -> commands.accept(new ResumeWebhook(id, target.owner()), Attribution.SYSTEM);
            case GONE ->
                disabling(notice, target)
                        .ifPresent(command -> commands.accept(command, Attribution.SYSTEM.noted(GONE)));
        }
    }

    /** Whoever has changed the webhook since may have given it another receiver. */
    private static Optional<WebhookCommand> disabling(Notice notice, Target target) {
        var edit = new Edit<>(WebhookSettings.of(target.url(), true), WebhookSettings.of(target.url(), false));
        return target.revision() == notice.revision()
                ? Optional.of(new ChangeWebhook(notice.webhookId(), target.owner(), edit, false))
                : Optional.empty();
    }
}
