package dev.flagledger.command.user.login;

import dev.flagledger.access.factor.LoginCode;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.api.login.LoginWay;

/** What comes of a login that leaves no session behind. */
public sealed interface SingleLogin {

    /** The user has proved who they are. It is recorded. */
    record Done(Account account, LoginWay way, LoginCode code) implements SingleLogin {}

    /**
     * A code of the second factor is needed too.
     *
     * @param token to be shown with the code
     */
    record CodeAsked(String token) implements SingleLogin {}
}
