package dev.flagledger.ledger.log.entry;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Subject;
import dev.flagledger.api.event.OfSubject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The persons whose data an entry contains. API keys have names too, but are no persons.
 *
 * @param actor the acting user; null if the actor is no user
 * @param subject the person that the event is about; null if there is none
 * @param introduced whether no earlier event can be about the subject
 */
record EntrySubjects(@Nullable Subject actor, @Nullable Subject subject, boolean introduced) {

    static EntrySubjects of(Object event, Actor actor) {
        var user = actor.userId();
        var actedBy = user == null ? null : Subject.user(user);
        return event instanceof OfSubject about
                ? new EntrySubjects(actedBy, about.subject(), about.introducesSubject())
                : new EntrySubjects(actedBy, null, false);
    }

    Subject requireSubject() {
        return Objects.requireNonNull(subject, "personal texts of an event without a subject");
    }
}
