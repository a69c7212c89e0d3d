package dev.flagledger.webhook.evaluation;

/** What became of an evaluation. */
enum Fate {
    /** The receiver acknowledged it. */
    DELIVERED,
    /** An attempt failed, and it waits again. */
    RETRIED,
    /** All attempts failed. */
    GIVEN_UP,
    /** A later one of the same identity waits in its place. */
    REPLACED,
    /** Too many wait. */
    DROPPED,
    /** It waited for too long. */
    EXPIRED
}
