package dev.flagledger.command.project;

import dev.flagledger.ledger.retention.Pruning;
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

    @Bean
    Pruning abandonedNames(NameRetention retention) {
        return new Pruning("names of what went with a project", retention.names(), """
                with over as (
                    delete from ledger.claimed_name where claimed_name.owner = any (array(
                        select name.owner from ledger.claimed_name name
                        join ledger.ended on ended.thing = 'project:' || regexp_replace(name.scope, '^.*/', '')
                        where name.kind in ('FEATURE_NAME', 'ENVIRONMENT_NAME', 'METADATA_FIELD')
                          and (name.kind <> 'METADATA_FIELD' or name.scope like '%/%')
                          and ended.ended_at < :before
                        limit :most))
                    returning claimed_name.owner)
                select count(distinct over.owner) from over""");
    }
}
