package dev.flagledger.contract.view;

import dev.flagledger.contract.http.ContractHeaders;
import java.util.Map;

/** The Flagsmith release whose wire format the server implements, in the form that tools and the dashboard read. */
public record ServerVersionView(
        String ciCommitSha,
        String imageTag,
        boolean hasEmailProvider,
        boolean isEnterprise,
        boolean isSaas,
        SelfHostedData selfHostedData,
        Map<String, String> packageVersions) {

    /** The dashboard offers to set the server up until a user has registered. */
    public record SelfHostedData(boolean hasUsers, boolean hasLogins) {}

    public static ServerVersionView of(boolean hasUsers, boolean hasLogins, boolean hasEmailProvider) {
        return new ServerVersionView(
                "unknown",
                ContractHeaders.CONTRACT_VERSION,
                hasEmailProvider,
                true,
                false,
                new SelfHostedData(hasUsers, hasLogins),
                Map.of(".", ContractHeaders.CONTRACT_VERSION));
    }
}
