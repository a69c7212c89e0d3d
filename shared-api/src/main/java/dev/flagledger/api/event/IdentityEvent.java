package dev.flagledger.api.event;

import static dev.flagledger.api.Personal.Of.IDENTITY;

import dev.flagledger.api.Personal;
import dev.flagledger.api.Subject;
import dev.flagledger.api.identity.Trait;
import java.util.List;

/** The life of an identity in one environment, as applications report it. It has a log of its own. */
public sealed interface IdentityEvent extends LogEvent, OfSubject {

    int environmentId();

    int identityId();

    @Override
    default Subject subject() {
        return Subject.identity(identityId());
    }

    /**
     * Somebody was named for the first time.
     *
     * @param traits what was said of them, with different keys
     */
    record IdentityCreated(
            int environmentId,
            int identityId,
            @Personal(IDENTITY) String identifier,
            List<Trait> traits) implements IdentityEvent {
        @Override
        public boolean introducesSubject() {
            return true;
        }
    }

    record IdentityRenamed(
            int environmentId,
            int identityId,
            @Personal(IDENTITY) String identifier) implements IdentityEvent {}

    /** Traits were set, for the first time or again, and others taken away, by key. */
    record TraitsChanged(int environmentId, int identityId, List<Trait> set, List<String> removed)
            implements IdentityEvent {}

    /** The identity is gone, with its traits. */
    record IdentityDeleted(int environmentId, int identityId) implements IdentityEvent {}
}
