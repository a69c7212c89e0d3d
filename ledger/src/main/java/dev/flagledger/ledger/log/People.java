package dev.flagledger.ledger.log;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Subject;
import dev.flagledger.api.event.OfSubject;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Of whom an entry tells. The keys under which programs act have names too, but a program is no person.
 *
 * @param actor the user who did it; null if it was no user
 * @param subject whom the event is about; null if it is about nobody
 */
record People(@Nullable Subject actor, @Nullable Subject subject) {

    static People of(Object event, Actor actor) {
        var user = actor.userId();
        return new People(
                user == null ? null : Subject.user(user), event instanceof OfSubject about ? about.subject() : null);
    }

    /** From where a user works, or an application speaks for somebody; null where it is just a machine's. */
    @Nullable Subject whoseAddress() {
        return actor == null ? subject : actor;
    }

    /** Whether nothing was ever told of the subject before, since it is the first event of their own stream. */
    boolean appearsWith(DomainEventMessage<?> message) {
        return subject != null
                && message.getSequenceNumber() == 0
                && message.getAggregateIdentifier().endsWith("-" + subject.id());
    }

    Subject requireSubject() {
        return Objects.requireNonNull(subject, "personal texts of an event about nobody");
    }
}
