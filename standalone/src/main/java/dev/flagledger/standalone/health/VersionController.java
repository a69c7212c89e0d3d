package dev.flagledger.standalone.health;

import dev.flagledger.contract.http.ContractHeaders;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.web.Positions;
import dev.flagledger.ledger.history.History;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the Flagsmith release whose wire format the server implements. Tools and the dashboard depend on it. */
@RestController
class VersionController {

    private final History<Installation> history;
    private final Positions positions;

    VersionController(History<Installation> history, Positions positions) {
        this.history = history;
        this.positions = positions;
    }

    @GetMapping("/version")
    Version version(HttpServletRequest request) {
        positions.awaitWanted(request);
        var users = history.state().users().values();
        boolean logins = users.stream().anyMatch(user -> user.lastLogin() != null);
        return new Version(
                "unknown",
                ContractHeaders.CONTRACT_VERSION,
                false,
                true,
                false,
                new SelfHostedData(!users.isEmpty(), logins),
                Map.of(".", ContractHeaders.CONTRACT_VERSION));
    }

    record Version(
            String ciCommitSha,
            String imageTag,
            boolean hasEmailProvider,
            boolean isEnterprise,
            boolean isSaas,
            SelfHostedData selfHostedData,
            Map<String, String> packageVersions) {}

    /** The dashboard offers to set the server up until a user has registered. */
    record SelfHostedData(boolean hasUsers, boolean hasLogins) {}
}
