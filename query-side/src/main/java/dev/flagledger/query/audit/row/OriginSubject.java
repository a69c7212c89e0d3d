package dev.flagledger.query.audit.row;

import dev.flagledger.api.Subject;
import dev.flagledger.api.event.OfSubject;
import dev.flagledger.api.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** The person whose address and agent an event was recorded with. */
final class OriginSubject {

    private OriginSubject() {}

    /** As the log decides under whose key it seals the address; null if nobody's. */
    static @Nullable Subject of(RecordedEvent recorded) {
        var user = recorded.actor().userId();
        if (user != null) {
            return Subject.user(user);
        }
        return recorded.event() instanceof OfSubject about ? about.subject() : null;
    }
}
