package dev.flagledger.command.federation;

import dev.flagledger.access.federation.FederatedProvider;
import dev.flagledger.access.mail.Mails;
import dev.flagledger.access.secret.Accounts.Account;
import org.springframework.stereotype.Component;

/** Tells people by mail that their account was linked with an identity provider. */
@Component
class LinkMail {

    private static final String SUBJECT = "Your account was linked with an identity provider";

    private final Mails mails;

    LinkMail(Mails mails) {
        this.mails = mails;
    }

    /** Queues the mail in the caller's transaction. Does nothing if the server sends no mails. */
    void tell(Account account, FederatedProvider provider) {
        mails.queue(account.email(), SUBJECT, """
            Hello,

            your account was linked with an identity provider (%s). Whoever that provider takes for you can log in to the account from now on.

            If it was not you, end the link, and set another password.
            """.formatted(provider.key()));
    }
}
