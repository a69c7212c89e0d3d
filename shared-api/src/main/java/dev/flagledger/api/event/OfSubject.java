package dev.flagledger.api.event;

import dev.flagledger.api.Subject;

/** An event about one person: what it tells that is personal is encrypted under that person's key. */
public interface OfSubject {

    /** The person. */
    Subject subject();

    /** Whether nothing can have been told of the person before. */
    default boolean introducesSubject() {
        return false;
    }
}
