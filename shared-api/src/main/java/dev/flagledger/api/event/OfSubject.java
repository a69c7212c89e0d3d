package dev.flagledger.api.event;

import dev.flagledger.api.Subject;

/** An event about one subject, under whose key its personal data is encrypted. */
public interface OfSubject {

    /** Returns the subject. */
    Subject subject();

    /** Returns whether no earlier event can be about the subject. */
    default boolean introducesSubject() {
        return false;
    }
}
