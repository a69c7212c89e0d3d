package dev.flagledger.access.federation;

import dev.flagledger.ledger.retention.Pruning;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of federated logins. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FederationSettings.class)
class FederationConfiguration {

    /** Deletes codes that nobody has fetched. */
    @Bean
    Pruning oldLoginCodes() {
        return new Pruning("codes of logins", LoginCodes.GOOD, """
                with over as (
                    delete from access.login_code where login_code.digest = any (array(
                        select old.digest from access.login_code old
                        where old.expires_at < :before limit :most))
                    returning 1)
                select count(*) from over""");
    }
}
