package dev.flagledger.access.account;

import dev.flagledger.ledger.retention.Pruning;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of accounts, and the deletion of tokens that are no longer valid. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
class MailedTokenConfiguration {

    @Bean
    Pruning oldMailedTokens() {
        return new Pruning("tokens in mails", MailedTokens.VALIDITY, """
                with over as (
                    delete from access.mailed_token where mailed_token.digest = any (array(
                        select old.digest from access.mailed_token old where old.mailed_at < :before limit :most))
                    returning mailed_token.digest)
                select count(*) from over""");
    }
}
