package dev.flagledger.command.oauth.page;

import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.access.session.Consenting;

/** How far a person has got with proving who they are. */
sealed interface Step {

    /** They have to enter something. */
    sealed interface Unproven extends Step {

        /** Returns what was wrong with what they have entered; empty for nothing. */
        String problem();
    }

    /** They have to enter a name and a password. */
    record Password(String problem) implements Unproven {}

    /**
     * They have to enter a code of the second factor.
     *
     * @param token to be sent with it
     */
    record Code(String token, String problem) implements Unproven {}

    /** They have proved it. */
    record Proven(Account account, Consenting user) implements Step {}
}
