package dev.flagledger.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a text that tells something about a person, and says about whom. In an event, what can be assigned to one person is
 * stored encrypted under that person's key, and can be erased; the rest is found by searching for their names.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.PARAMETER})
public @interface Personal {

    /** About whom. */
    Of value();

    /** The people that a text may be about. */
    enum Of {
        /** The user that the event is about. */
        USER,
        /** The identity that the event is about. */
        IDENTITY,
        /** Nobody that the event names: free text, which may speak of anyone. */
        UNASSIGNABLE
    }
}
