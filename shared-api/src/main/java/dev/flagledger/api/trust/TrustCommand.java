package dev.flagledger.api.trust;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Releasing;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.organisation.OrganisationCommand;
import java.util.List;

/**
 * Commands about a trust relationship, decided with the organisation. An organisation trusts an issuer and an audience
 * once. Others may trust them too: nobody can occupy them.
 */
public sealed interface TrustCommand extends LedgerCommand {

    int organisationId();

    int trustId();

    @Override
    default String aggregateId() {
        return OrganisationCommand.streamOf(organisationId());
    }

    @Override
    default Scope scope() {
        return new Scope.OfOrganisation(organisationId());
    }

    /** Creates a trust relationship with its API key. */
    record CreateTrust(int organisationId, TrustRelationship trust, ApiKey key) implements TrustCommand, Claiming {
        @Override
        public int trustId() {
            return trust.id();
        }

        @Override
        public List<Claim> claims() {
            return List.of(claimOf(organisationId, trust.id(), trust.details()));
        }
    }

    /** Changes a trust relationship and its API key. */
    record ChangeTrust(int organisationId, int trustId, Edit<TrustDetails> details, Edit<ApiKey> key)
            implements TrustCommand, Claiming {
        @Override
        public List<Claim> claims() {
            var wanted = claimOf(organisationId, trustId, details.wanted());
            return wanted.equals(claimOf(organisationId, trustId, details.seen())) ? List.of() : List.of(wanted);
        }
    }

    /** Deletes a trust relationship with its API key. */
    record DeleteTrust(int organisationId, int trustId) implements TrustCommand, Releasing {
        @Override
        public List<String> ended() {
            return List.of(ownerOf(trustId));
        }
    }

    /** Records that a workload was given a token, sent as the key of the relationship. */
    record IssueTrustToken(int organisationId, int trustId, String subject) implements TrustCommand {}

    /** Returns the owner of the claim of a trust relationship. */
    static String ownerOf(int trustId) {
        return "trust-" + trustId;
    }

    private static Claim claimOf(int organisationId, int trustId, TrustDetails details) {
        var name = details.issuer() + " " + details.audience();
        return new Claim(Claim.Kind.TRUST, Integer.toString(organisationId), name, ownerOf(trustId));
    }
}
