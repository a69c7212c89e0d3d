package dev.flagledger.query.usage;

/** Something that is counted in memory. */
interface UsageCounter {

    /** Writes down what was counted since the last time; nothing is lost if that fails. */
    void write();
}
