package dev.flagledger.ledger.history;

import dev.flagledger.api.event.Erasing;
import dev.flagledger.ledger.subject.SubjectKeys;
import org.springframework.stereotype.Component;

/** Has this node forget what it knows of people who are erased, by whatever node: their keys, and states that tell of them. */
@Component
final class ErasedPeople {

    ErasedPeople(History<?> history, SubjectKeys keys) {
        history.watch(recorded -> {
            if (recorded.event() instanceof Erasing erasing) {
                keys.erased(erasing.erased());
                history.forgetBefore(recorded.position());
            }
        });
    }
}
