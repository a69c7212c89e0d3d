package dev.flagledger.installation.id;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.ledger.command.Refusals;
import org.springframework.stereotype.Component;

/** Creates rejections for missing objects, with the contract's names for them. */
@Component
final class MissingObjects implements Refusals {

    @Override
    public Rejected missing(String kind) {
        return new Rejected(new Rejection.Missing(
                switch (kind) {
                    case "user" -> "FFAdminUser";
                    case "organisation" -> "Organisation";
                    case "invite" -> "Invite";
                    case "link" -> "InviteLink";
                    case "project" -> "Project";
                    case "environment" -> "Environment";
                    case "feature" -> "Feature";
                    case "flag" -> "FeatureState";
                    case "segment" -> "Segment";
                    case "identity", "erased-identity" -> "Identity";
                    case "webhook" -> "Webhook";
                    case "oidc", "oidc-provider" -> "OidcProvider";
                    case "health", "health-provider" -> "FeatureHealthProvider";
                    case "metadata", "metadata-field" -> "MetadataField";
                    default -> throw new IllegalArgumentException("no name for " + kind);
                }));
    }
}
