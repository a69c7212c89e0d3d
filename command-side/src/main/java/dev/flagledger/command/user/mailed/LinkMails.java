package dev.flagledger.command.user.mailed;

import dev.flagledger.access.address.DashboardLinks;
import dev.flagledger.access.mail.Mails;
import dev.flagledger.access.secret.Accounts.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Mails links to users. Without an SMTP server the links are in the server's log: whoever runs the server can hand them on.
 */
@Component
class LinkMails {

    private static final Logger LOG = LoggerFactory.getLogger(LinkMails.class);

    private final Mails mails;
    private final DashboardLinks dashboard;

    LinkMails(Mails mails, DashboardLinks dashboard) {
        this.mails = mails;
        this.dashboard = dashboard;
    }

    /**
     * Queues a mail in the caller's transaction.
     *
     * @param text with a placeholder {@code %s} for the link
     */
    void send(Account account, MailedLink link, String subject, String text) {
        var page = link.in(dashboard);
        send(account, subject, text.formatted(page), page);
    }

    /**
     * Queues a mail that says how to log in, in the caller's transaction.
     *
     * @param text with placeholders {@code %s} for the reason and for the page
     */
    void sendLogin(Account account, String subject, String text, String reason) {
        var page = dashboard.to("/login");
        send(account, subject, text.formatted(reason, page), page);
    }

    private void send(Account account, String subject, String text, String page) {
        if (mails.configured()) {
            mails.queue(account.email(), subject, text);
        } else {
            LOG.warn(
                    "No mail is sent, since FLAGLEDGER_MAIL_HOST is not set. \"{}\" for user {}: {}",
                    subject,
                    account.userId(),
                    page);
        }
    }
}
