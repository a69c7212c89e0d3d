package dev.flagledger.api.event;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import dev.flagledger.api.trust.TrustDetails;
import dev.flagledger.api.trust.TrustRelationship;

/** Events of a trust relationship. Its API key has the events of other API keys, in the same transactions. */
public sealed interface TrustEvent extends OrganisationEvent {

    int trustId();

    record TrustCreated(int organisationId, TrustRelationship trust) implements TrustEvent {
        @Override
        public int trustId() {
            return trust.id();
        }
    }

    record TrustChanged(int organisationId, int trustId, TrustDetails details) implements TrustEvent {}

    record TrustDeleted(int organisationId, int trustId) implements TrustEvent {}

    /**
     * A workload was given a token with which it acts as the API key of the relationship.
     *
     * @param subject whom the issuer's token is about, at most 1000 characters
     */
    record TrustTokenIssued(
            int organisationId,
            int trustId,
            @Personal(UNASSIGNABLE) String subject) implements TrustEvent {}
}
