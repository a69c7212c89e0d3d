package dev.flagledger.command.project;

import dev.flagledger.ledger.retention.Pruning;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is deleted gives its own name up at once. The names of what goes with a project are many, such as those of its features, and
 * nobody can want them; they go later. The scope of a custom field of a project is that of its organisation, a slash and the
 * project; one without a slash is the organisation's own, and stays.
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
