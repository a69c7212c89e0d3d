package dev.flagledger.ledger.log.stream;

/** The outcome of appending an event to a {@link StreamLog}. */
sealed interface StreamOutcome {

    /** Executed; the event was appended if its guard admitted it. */
    record Done(boolean appended) implements StreamOutcome {}

    /** Not appended: it refers to this object, which has ended. */
    record Ended(String object) implements StreamOutcome {}

    /** Not appended: the database has another key for this person than the one used. */
    record Contested(String subject) implements StreamOutcome {}

    /** Not appended, or unknown: the exception for the caller. */
    record Failed(RuntimeException failure) implements StreamOutcome {}
}
