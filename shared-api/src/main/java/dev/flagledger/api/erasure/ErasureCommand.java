package dev.flagledger.api.erasure;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import java.util.UUID;

/** What can be asked so that nothing is known of a person any more. Each erasure has an id, and a stream of its own. */
public sealed interface ErasureCommand extends LedgerCommand {

    UUID erasureId();

    @Override
    default String aggregateId() {
        return streamOf(erasureId());
    }

    /** The stream of one erasure. */
    static String streamOf(UUID erasureId) {
        return "erasure-" + erasureId;
    }

    /** Erases a member of an organisation, for an admin of it who is one of all others that the member belongs to. */
    record EraseMember(UUID erasureId, int organisationId, int userId) implements ErasureCommand {
        @Override
        public Scope scope() {
            return new Scope.OfOrganisation(organisationId);
        }
    }

    /** Erases whoever asks for it. */
    record EraseOneself(UUID erasureId, int userId) implements ErasureCommand {
        @Override
        public Scope scope() {
            return new Scope.OfUser(userId);
        }
    }

    /** Erases an identity, and so deletes it. */
    record EraseIdentity(UUID erasureId, int environmentId, int identityId) implements ErasureCommand {
        @Override
        public Scope scope() {
            return new Scope.OfEnvironment(environmentId);
        }
    }
}
