package dev.flagledger.command.user;

import dev.flagledger.access.secret.Accounts.Account;

/** How new users confirm their address before they can use the account. */
public interface Activation {

    /** Whether they have to. */
    boolean isRequired();

    /** Mails the link with which the user activates the account, in the caller's transaction. */
    void mail(Account account);
}
