package dev.flagledger.api.erasure;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import java.util.UUID;

/**
 * Commands that erase the personal data of a user, of somebody who was invited, or of an identity. Each erasure has an id and a stream of
 * its own.
 */
public sealed interface ErasureCommand extends LedgerCommand {

    UUID erasureId();

    @Override
    default String aggregateId() {
        return streamOf(erasureId());
    }

    /** Returns the stream of one erasure. */
    static String streamOf(UUID erasureId) {
        return "erasure-" + erasureId;
    }

    /** Erases a member of an organisation. The actor must be an admin of all organisations of the member. */
    record EraseMember(UUID erasureId, int organisationId, int userId) implements ErasureCommand {
        @Override
        public Scope scope() {
            return new Scope.OfOrganisation(organisationId);
        }
    }

    /**
     * Erases the actor's own account.
     *
     * @param deleteOrphans whether to delete the organisations that have no other member
     */
    record EraseOneself(UUID erasureId, int userId, boolean deleteOrphans) implements ErasureCommand {

        /** An erasure that deletes no organisation. */
        public EraseOneself(UUID erasureId, int userId) {
            this(erasureId, userId, false);
        }

        @Override
        public Scope scope() {
            return new Scope.OfUser(userId);
        }
    }

    /** Erases any account, like {@link EraseOneself}; a command of superusers. */
    record EraseUser(UUID erasureId, int userId, boolean deleteOrphans) implements ErasureCommand {
        @Override
        public Scope scope() {
            return new Scope.Everywhere();
        }
    }

    /**
     * Erases somebody who was invited and has no account. The actor must be an admin of all organisations with an open invite.
     *
     * @param userId the id that the account would have
     */
    record EraseInvited(UUID erasureId, int organisationId, int userId, String email) implements ErasureCommand {
        @Override
        public Scope scope() {
            return new Scope.OfOrganisation(organisationId);
        }
    }

    /** Erases and deletes an identity. */
    record EraseIdentity(UUID erasureId, int environmentId, int identityId) implements ErasureCommand {
        @Override
        public Scope scope() {
            return new Scope.OfEnvironment(environmentId);
        }
    }

    /** Erases an identity that was deleted before, alone or with its environment. */
    record EraseFormerIdentity(UUID erasureId, int organisationId, int environmentId, int identityId)
            implements ErasureCommand {
        @Override
        public Scope scope() {
            return new Scope.OfOrganisation(organisationId);
        }

        @Override
        public Scope about() {
            return new Scope.OfEnvironment(environmentId);
        }
    }
}
