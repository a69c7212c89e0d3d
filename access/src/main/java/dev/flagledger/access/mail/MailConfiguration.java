package dev.flagledger.access.mail;

import dev.flagledger.ledger.retention.Pruning;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of mails, and how long they are tried. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, MailRetention.class})
class MailConfiguration {

    @Bean
    Pruning unsentMails(MailRetention retention) {
        return new Pruning("mails that could not be sent", retention.mails(), """
                with over as (
                    delete from access.mail where mail.id = any (array(
                        select old.id from access.mail old where old.queued_at < :before limit :most))
                    returning mail.id)
                select count(*) from over""");
    }
}
