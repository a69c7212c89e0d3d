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
 * Tells the owners of webhooks what happened to them: records in the log that a webhook was paused or resumed, disables one whose receiver
 * is gone, and queues mails about what was paused or disabled. A notice is deleted in the same transaction.
 */
@Component
class OwnerNotices implements CircuitNotices, LoopLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerNotices.class);
    private static final String GONE = "The receiver answered 410: it is gone";

    /** The time after which what another node left is found. */
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final NoticeTable notices;
    private final EndpointTable endpoints;
    private final Sender commands;
    private final BiConsumer<Notice, Target> mails;
    private final BackgroundLoop loop = new BackgroundLoop("webhook-notices", this::round);

    @Autowired
    OwnerNotices(NoticeTable notices, EndpointTable endpoints, Commands commands, FailureMails mails) {
        this(notices, endpoints, commands::send, mails::queue);
    }

    OwnerNotices(NoticeTable notices, EndpointTable endpoints, Sender commands, BiConsumer<Notice, Target> mails) {
        this.notices = notices;
        this.endpoints = endpoints;
        this.commands = commands;
        this.mails = mails;
    }

    /** Records the events of a command, with a write in the same transaction. */
    @FunctionalInterface
    interface Sender {
        void send(WebhookCommand command, Attribution attribution, Runnable alongside);
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
            endpoints
                    .find(notice.webhookId())
                    .ifPresentOrElse(target -> tell(notice, target), () -> notices.told(notice));
        } catch (Rejected e) {
            LOG.info("The owner of webhook {} is not told, since it was removed", notice.webhookId());
            notices.told(notice);
        } catch (RuntimeException e) {
            notices.release(notice);
            throw e;
        }
    }

    private void tell(Notice notice, Target target) {
        command(notice, target)
                .ifPresentOrElse(
                        command -> commands.send(command, attribution(notice), () -> conclude(notice, target)),
                        () -> notices.told(notice));
    }

    /** In the transaction of the event, so that it, the mail and the end of the notice are one: nothing is lost or told twice. */
    private void conclude(Notice notice, Target target) {
        if (notices.told(notice) && notice.kind() != Notice.Kind.RESUMED) {
            mails.accept(notice, target);
        }
    }

    private static Attribution attribution(Notice notice) {
        return notice.kind() == Notice.Kind.GONE ? Attribution.SYSTEM.noted(GONE) : Attribution.SYSTEM;
    }

    private static Optional<WebhookCommand> command(Notice notice, Target target) {
        int id = notice.webhookId();
        return switch (notice.kind()) {
            case PAUSED -> Optional.of(new PauseWebhook(id, target.owner()));
            case RESUMED -> Optional.of(new ResumeWebhook(id, target.owner()));
            case GONE -> disabling(notice, target);
        };
    }

    /** Whoever has changed the webhook since may have given it another receiver. */
    private static Optional<WebhookCommand> disabling(Notice notice, Target target) {
        var edit = new Edit<>(WebhookSettings.of(target.url(), true), WebhookSettings.of(target.url(), false));
        return target.revision() == notice.revision()
                ? Optional.of(new ChangeWebhook(notice.webhookId(), target.owner(), edit, false))
                : Optional.empty();
    }
}
