package dev.flagledger.command.project;

import dev.flagledger.api.Claim;
import dev.flagledger.ledger.command.AbandonedNames;
import dev.flagledger.ledger.retention.Pruning;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Deletes names of deleted projects. The name of a deleted entity is released at once, but the names of a project's
 * features, environments and custom fields are many and in nobody's way, so they are pruned later. The scope of a
 * project's custom field is {@code organisation/project}; one without a slash belongs to the organisation and is kept.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NameRetention.class)
class NameRetentionConfiguration {

    private static final String ANY = "^(.+)$";
    private static final String OF_A_PROJECT = "^.*/([^/]+)$";

    @Bean
    Pruning abandonedNames(NameRetention retention) {
        return AbandonedNames.pruning(
                "names in deleted projects",
                retention.names(),
                "project",
                Map.of(
                        Claim.Kind.FEATURE_NAME, ANY,
                        Claim.Kind.ENVIRONMENT_NAME, ANY,
                        Claim.Kind.METADATA_FIELD, OF_A_PROJECT));
    }
}
