package dev.flagledger.ledger.log.stream;

/** What became of an event that was to be appended to a {@link StreamLog}. */
sealed interface StreamOutcome {

    /** Appended, if its guard let it pass. */
    record Done(boolean appended) implements StreamOutcome {}

    /** Not appended, since it is about this thing, which has ended. */
    record Ended(String thing) implements StreamOutcome {}

    /** Not appended, since another key than the one that was used is stored for this person. */
    record Contested(String subject) implements StreamOutcome {}

    /** Not appended, or not known to be: this is to be thrown at who asked. */
    record Failed(RuntimeException failure) implements StreamOutcome {}
}
