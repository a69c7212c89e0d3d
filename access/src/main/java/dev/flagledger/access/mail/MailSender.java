package dev.flagledger.access.mail;

import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.background.LoopLifecycle;
import dev.flagledger.ledger.secret.BrokenSealException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Sends the queued mails, one after another. A mail is deleted when the SMTP server has accepted it, so it is sent twice if the node
 * ends in between.
 */
@Component
final class MailSender implements LoopLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);

    /** Longer than a mail takes with all its timeouts. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** Until a node looks for mails that other nodes have left, or that failed. Its own wake it. */
    private static final Duration IDLE = Duration.ofSeconds(15);

    private final MailSettings settings;
    private final MailQueue queue;
    private final MailTransport transport;
    private final BackgroundLoop loop = new BackgroundLoop("mail", this::round);

    MailSender(MailSettings settings, MailQueue queue) {
        this.settings = settings;
        this.queue = queue;
        this.transport = new MailTransport(settings);
    }

    private Duration round() {
        while (!loop.isEnding()) {
            var due = queue.take(LEASE);
            if (due.isEmpty()) {
                break;
            }
            send(due.get());
        }
        return IDLE;
    }

    private void send(MailQueue.Due due) {
        try {
            transport.send(due.recipient(), queue.open(due));
            queue.remove(due.id());
        } catch (MailException | BrokenSealException e) {
            var pause = queue.postpone(due);
            LOG.warn(
                    "Mail {} could not be sent, next attempt in {} minutes: {}",
                    due.id(),
                    pause.toMinutes(),
                    reason(e, due.recipient()));
        }
    }

    /** What the SMTP server or the connection said, without the address of the recipient. */
    private static String reason(RuntimeException e, String recipient) {
        return NestedExceptionUtils.getMostSpecificCause(e)
                .toString()
                .replace(recipient, "the recipient")
                .strip();
    }

    @Override
    public void start() {
        if (settings.configured()) {
            loop.start();
        }
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }
}
