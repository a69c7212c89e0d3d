package dev.flagledger.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a text as personal data and names its subject. In stored events, text of a known subject is encrypted under
 * that subject's key, so that it can be erased; unassignable text has to be searched.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.PARAMETER})
public @interface Personal {

    /** Returns whom the text is about. */
    Of value();

    /** Subjects of personal data. */
    enum Of {
        /** The user that the event is about. */
        USER,
        /** The identity that the event is about. */
        IDENTITY,
        /** No subject that the event names: free text, which may mention anyone. */
        UNASSIGNABLE
    }
}
