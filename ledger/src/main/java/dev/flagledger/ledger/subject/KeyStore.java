package dev.flagledger.ledger.subject;

import dev.flagledger.api.Subject;
import java.util.Collection;
import java.util.Map;

/** The storage of the keys of persons. */
interface KeyStore {

    /** Generates a key, without storing it. */
    SubjectKey draw(String subject);

    /** The existing keys of these persons, as visible to the caller's transaction. */
    Map<String, SubjectKey> find(Collection<String> subjects);

    /** Destroys a key in the caller's transaction, and records the erasure. */
    void destroy(Subject subject);
}
