package dev.flagledger.command.erasure;

import dev.flagledger.api.event.ErasureEvent;
import dev.flagledger.ledger.subject.SubjectKeys;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Records erasures. */
@Component
class ErasureRecords {

    private final Repository<Erasure> erasures;
    private final SubjectKeys keys;

    ErasureRecords(Repository<Erasure> erasures, SubjectKeys keys) {
        this.erasures = erasures;
        this.keys = keys;
    }

    /** Records an erasure and destroys the key of the erased, in the caller's transaction. */
    void add(ErasureEvent event) {
        try {
            erasures.newInstance(() -> new Erasure(event));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("an erasure declares nothing else", e);
        }
        keys.destroy(event.erased());
    }
}
