package dev.flagledger.installation.transfer;

import dev.flagledger.ledger.retention.Pruning;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Retention of exports and imports. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransferRetention.class)
class TransferConfiguration {

    @Bean
    Pruning oldExports(TransferRetention retention) {
        return new Pruning("exports", retention.exports(), """
                with over as (
                    delete from installation.feature_export where feature_export.id = any (array(
                        select old.id from installation.feature_export old where old.created_at < :before limit :most))
                    returning feature_export.id)
                select count(*) from over""");
    }

    @Bean
    Pruning oldImports(TransferRetention retention) {
        return new Pruning("imports", retention.imports(), """
                with over as (
                    delete from installation.feature_import where feature_import.id = any (array(
                        select old.id from installation.feature_import old where old.created_at < :before limit :most))
                    returning feature_import.id)
                select count(*) from over""");
    }
}
