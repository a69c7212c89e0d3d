package dev.flagledger.api.event;

import static dev.flagledger.api.Personal.Of.IDENTITY;

import dev.flagledger.api.Personal;
import dev.flagledger.api.Subject;
import dev.flagledger.api.identity.Trait;
import java.util.List;

/** Events of an identity as applications report it, stored in the log of identities. */
public sealed interface IdentityEvent extends LogEvent, OfSubject {

    int environmentId();

    int identityId();

    @Override
    default Subject subject() {
        return Subject.identity(identityId());
    }

    /** An identity was created with these traits, which have distinct keys. */
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

    /** Traits were added or replaced, and others removed, by key. */
    record TraitsChanged(int environmentId, int identityId, List<Trait> set, List<String> removed)
            implements IdentityEvent {}

    /** The identity was deleted with its traits. */
    record IdentityDeleted(int environmentId, int identityId) implements IdentityEvent {}
}
