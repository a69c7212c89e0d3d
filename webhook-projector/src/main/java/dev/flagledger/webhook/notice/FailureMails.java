package dev.flagledger.webhook.notice;

import dev.flagledger.access.mail.Mails;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import dev.flagledger.webhook.delivery.attempt.Notice;
import dev.flagledger.webhook.endpoint.Target;
import org.springframework.stereotype.Component;

/** Mails about webhooks that are paused or disabled, to the address that their organisation has set for it. */
@Component
class FailureMails {

    /** As Flagsmith's, so that filters of mails find it. */
    private static final String SUBJECT = "Flagsmith Webhook Failure";

    private final Mails mails;
    private final History<Installation> history;

    FailureMails(Mails mails, History<Installation> history) {
        this.mails = mails;
        this.history = history;
    }

    /** Queues the mail about a notice in the caller's transaction. Does nothing if nobody wants it. */
    void queue(Notice notice, Target target) {
        var installation = history.state();
        OwnerPlace.of(installation, target.owner()).ifPresent(place -> {
            var recipient = place.organisation().settings().webhookNotificationEmail();
            if (recipient != null && !recipient.isBlank()) {
                mails.queue(recipient, SUBJECT, FailureText.of(notice, target, place));
            }
        });
    }
}
