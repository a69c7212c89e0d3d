package dev.flagledger.standalone.health;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says which Flagsmith release this server speaks like; command-line tools and the dashboard choose by it. */
@RestController
class VersionController {

    private static final String SPOKEN = "2.265.0";

    private final ObjectProvider<SelfHosted> installation;

    VersionController(ObjectProvider<SelfHosted> installation) {
        this.installation = installation;
    }

    @GetMapping("/version")
    Version version() {
        SelfHosted facts = installation.getIfAvailable();
        return new Version(
                "unknown",
                SPOKEN,
                false,
                true,
                false,
                new SelfHostedData(facts != null && facts.hasUsers(), facts != null && facts.hasLogins()),
                Map.of(".", SPOKEN));
    }

    record Version(
            @JsonProperty("ci_commit_sha") String commit,
            @JsonProperty("image_tag") String imageTag,
            @JsonProperty("has_email_provider") boolean hasEmailProvider,
            @JsonProperty("is_enterprise") boolean isEnterprise,
            @JsonProperty("is_saas") boolean isSaas,
            @JsonProperty("self_hosted_data") SelfHostedData selfHostedData,
            @JsonProperty("package_versions") Map<String, String> packageVersions) {}

    record SelfHostedData(
            @JsonProperty("has_users") boolean hasUsers,
            @JsonProperty("has_logins") boolean hasLogins) {}
}
