package dev.flagledger.contract.view.organisation;

import dev.flagledger.api.trust.ClaimRule;
import dev.flagledger.api.trust.TrustRelationship;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.organisation.Organisation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trust relationship in the admin API.
 *
 * @param masterApiKeyId names the API key as which the workloads act where roles are given to it
 * @param masterApiKeyPrefix its prefix
 */
public record TrustView(
        int id,
        String name,
        String issuer,
        String audience,
        List<ClaimRule> claimRules,
        boolean isAdmin,
        String masterApiKeyId,
        String masterApiKeyPrefix,
        String createdAt,
        @Nullable Integer createdBy) {

    /** Returns the view of a trust relationship of this organisation. */
    public static TrustView of(Organisation organisation, TrustRelationship trust) {
        var details = trust.details();
        var issued = organisation.key(trust.keyId());
        return new TrustView(
                trust.id(),
                details.name(),
                details.issuer(),
                details.audience(),
                details.claimRules(),
                issued.key().admin(),
                Integer.toString(trust.keyId()),
                issued.key().prefix(),
                WireTime.rest(issued.createdAt()),
                issued.createdBy());
    }
}
