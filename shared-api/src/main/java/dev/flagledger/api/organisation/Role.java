package dev.flagledger.api.organisation;

/** What a member is in an organisation. */
public enum Role {
    ADMIN,
    USER
}
