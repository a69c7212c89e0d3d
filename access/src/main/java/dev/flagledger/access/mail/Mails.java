package dev.flagledger.access.mail;

import dev.flagledger.access.address.DashboardLinks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Mails to people. */
@Component
public class Mails {

    private static final int MAX_SUBJECT = 200;

    private final MailSettings settings;
    private final MailQueue queue;
    private final MailSender sender;

    Mails(MailSettings settings, DashboardLinks links, MailQueue queue, MailSender sender) {
        if (settings.configured() && links.url().isEmpty()) {
            throw new IllegalArgumentException(
                    "FLAGLEDGER_DASHBOARD_URL must be set if FLAGLEDGER_MAIL_HOST is, for the links in mails");
        }
        this.settings = settings;
        this.queue = queue;
        this.sender = sender;
    }

    /** Returns whether there is an SMTP server. Without one, people have to be told otherwise. */
    public boolean configured() {
        return settings.configured();
    }

    /**
     * Queues a mail in the caller's transaction, if there is one. It is sent after the commit, and again if it is not known whether it
     * was; if the SMTP server does not accept it, it is tried again for some days. Does nothing without an SMTP server.
     *
     * @param recipient one e-mail address
     * @param subject one line; shortened if it is too long
     * @param text plain text
     */
    public void queue(String recipient, String subject, String text) {
        if (configured()) {
            queue.add(recipient, new Mail(oneLine(subject), text));
            wakeAfterCommit();
        }
    }

    /** Deletes what is not sent yet to this address, in the caller's transaction. */
    public void forget(String recipient) {
        queue.removeTo(recipient);
    }

    private static String oneLine(String subject) {
        var line = subject.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.substring(0, Math.min(line.length(), MAX_SUBJECT));
    }

    private void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            sender.loop().wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sender.loop().wake();
            }
        });
    }
}
