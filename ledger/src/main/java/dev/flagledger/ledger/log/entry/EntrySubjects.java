package dev.flagledger.ledger.log.entry;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Subject;
import dev.flagledger.api.event.OfSubject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Of whom an entry tells. The keys under which programs act have names too, but a program is no person.
 *
 * @param actor the user who did it; null if it was no user
 * @param subject whom the event is about; null if it is about nobody
 * @param introduced whether nothing can have been told of the subject before
 */
record EntrySubjects(@Nullable Subject actor, @Nullable Subject subject, boolean introduced) {

    static EntrySubjects of(Object event, Actor actor) {
        var user = actor.userId();
        var actedBy = user == null ? null : Subject.user(user);
        return event instanceof OfSubject about
                ? new EntrySubjects(actedBy, about.subject(), about.introducesSubject())
                : new EntrySubjects(actedBy, null, false);
    }

    /** From where a user works, or an application speaks for somebody; null where it is just a machine's. */
    @Nullable Subject whoseAddress() {
        return actor == null ? subject : actor;
    }

    Subject requireSubject() {
        return Objects.requireNonNull(subject, "personal texts of an event about nobody");
    }
}
