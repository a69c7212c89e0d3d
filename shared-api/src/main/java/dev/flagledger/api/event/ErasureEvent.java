package dev.flagledger.api.event;

import dev.flagledger.api.Subject;
import java.util.List;
import java.util.UUID;

/** That people were erased. They are named by their ids alone, which tell nothing any more. */
public sealed interface ErasureEvent extends LedgerEvent, Erasing {

    UUID erasureId();

    /**
     * Nothing is known of the user any more, and nobody can log in as them.
     *
     * @param organisations those that they were a member of until then, by id
     */
    record UserErased(UUID erasureId, int userId, List<Integer> organisations) implements ErasureEvent {
        @Override
        public Subject erased() {
            return Subject.user(userId);
        }
    }

    /** Nothing is known of the identity any more. It was deleted before, in the same transaction. */
    record IdentityErased(UUID erasureId, int environmentId, int identityId) implements ErasureEvent {
        @Override
        public Subject erased() {
            return Subject.identity(identityId);
        }
    }
}
