package dev.flagledger.access.factor;

/** Whether a login has shown a code of the second factor. */
public enum LoginCode {
    /** The user had no second factor. */
    NONE,
    /** The user had one, but was not asked for a code. */
    DISPENSED,
    /** The user has shown a code. */
    SHOWN
}
