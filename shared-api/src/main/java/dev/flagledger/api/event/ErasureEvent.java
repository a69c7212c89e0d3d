package dev.flagledger.api.event;

import dev.flagledger.api.Subject;
import java.util.List;
import java.util.UUID;

/** Erasures of users, invited people and identities, which are referred to by id only. */
public sealed interface ErasureEvent extends LedgerEvent, Erasing {

    UUID erasureId();

    /**
     * The personal data of a user was erased and the account closed.
     *
     * @param organisations ids of the organisations that the user was a member of
     */
    record UserErased(UUID erasureId, int userId, List<Integer> organisations) implements ErasureEvent {
        @Override
        public Subject erased() {
            return Subject.user(userId);
        }
    }

    /**
     * The personal data of somebody was erased who was invited and has no account. Open invites were deleted earlier in the same
     * transaction.
     *
     * @param userId the id that the account would have had
     * @param organisations ids of the organisations that had an open invite, and of the one that erased
     */
    record InvitedPersonErased(UUID erasureId, int userId, List<Integer> organisations) implements ErasureEvent {
        @Override
        public Subject erased() {
            return Subject.user(userId);
        }
    }

    /** The personal data of an identity was erased. The identity was deleted earlier in the same transaction. */
    record IdentityErased(UUID erasureId, int environmentId, int identityId) implements ErasureEvent {

        /** Returns the object that ends with the erasure of an identity, as {@code kind:id}. */
        public static String objectOf(int identityId) {
            return "erased-identity:" + identityId;
        }

        @Override
        public Subject erased() {
            return Subject.identity(identityId);
        }
    }

    /** The personal data of an identity was erased that had been deleted before, alone or with its environment. */
    record FormerIdentityErased(UUID erasureId, int organisationId, int environmentId, int identityId)
            implements ErasureEvent {
        @Override
        public Subject erased() {
            return Subject.identity(identityId);
        }
    }
}
