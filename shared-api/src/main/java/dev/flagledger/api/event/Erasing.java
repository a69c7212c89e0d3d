package dev.flagledger.api.event;

import dev.flagledger.api.Subject;

/**
 * An event recorded in the transaction that destroys a subject's encryption key. Projections that hold personal data of
 * the subject delete it or replace it with {@link #TOMBSTONE}.
 */
public interface Erasing {

    /** Replacement for erased text. */
    String TOMBSTONE = "erased";

    /** Returns the subject whose data is erased. */
    Subject erased();
}
