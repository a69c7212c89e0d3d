package dev.flagledger.ledger.subject;

import dev.flagledger.api.Subject;
import java.util.Collection;
import java.util.Map;

/** Where the keys of people are. */
interface KeyStore {

    /** A key for somebody of whom nothing was told yet; not stored. */
    SubjectKey draw(String subject);

    /** The keys of these, as far as there are any, as the caller's transaction sees them. */
    Map<String, SubjectKey> find(Collection<String> subjects);

    /** Forgets a key for ever, in the caller's transaction; that somebody was erased is remembered. */
    void destroy(Subject subject);
}
