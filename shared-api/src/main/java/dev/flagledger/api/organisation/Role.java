package dev.flagledger.api.organisation;

/** The role of a member in an organisation. */
public enum Role {
    ADMIN,
    USER
}
