package dev.flagledger.access.factor;

/** How far a user is with the second factor. */
public enum FactorState {
    NONE,
    /** The user has a secret, but has not yet proved to have it. */
    PENDING,
    ACTIVE
}
