package dev.flagledger.api.user;

import dev.flagledger.api.login.LoginMethod;

/**
 * How an account was opened.
 *
 * @param method how its user proved who they are
 * @param signUpType whether they were invited
 */
public record Origin(LoginMethod method, SignUpType signUpType) {

    /** A registration with a password and without an invite. */
    public static final Origin ORDINARY = new Origin(LoginMethod.EMAIL, SignUpType.NO_INVITE);
}
