package dev.flagledger.ledger.log;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Subject;
import dev.flagledger.api.event.OfSubject;
import org.jspecify.annotations.Nullable;

/** The person whose address and agent a request had, under whose key they are sealed. */
public final class OriginSubject {

    private OriginSubject() {}

    /**
     * The acting user, or the subject of the event if no user acted, because it is the subject that an application reports on; null
     * if it is nobody. API keys are no persons.
     */
    public static @Nullable Subject of(Object event, Actor actor) {
        var user = actor.userId();
        if (user != null) {
            return Subject.user(user);
        }
        return event instanceof OfSubject about ? about.subject() : null;
    }
}
