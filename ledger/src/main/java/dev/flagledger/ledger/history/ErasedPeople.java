package dev.flagledger.ledger.history;

import dev.flagledger.api.event.Erasing;
import dev.flagledger.ledger.subject.SubjectKeys;
import org.springframework.stereotype.Component;

/** Removes what this node has cached of a person whom any node erases: the key, and checkpoints that contain personal data. */
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
