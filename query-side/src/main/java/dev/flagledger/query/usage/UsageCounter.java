package dev.flagledger.query.usage;

/** A counter in memory that is flushed to the database. */
interface UsageCounter {

    /** Writes the counts since the last flush; on failure they are kept for the next one. */
    void write();
}
