package dev.flagledger.api.user;

/** Whether and how the user of a new account was invited, by their own account. */
public enum SignUpType {
    NO_INVITE,
    INVITE_EMAIL,
    INVITE_LINK
}
