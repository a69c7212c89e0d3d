package dev.flagledger.access.mail;

import dev.flagledger.ledger.retention.Pruning;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of mails, and how long they are tried. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, DashboardLinks.class})
class MailConfiguration {

    @Bean
    Pruning unsentMails(@Value("${flagledger.retention.mails:3d}") Duration kept) {
        return new Pruning("mails that could not be sent", kept, """
                with over as (
                    delete from access.mail where mail.id = any (array(
                        select old.id from access.mail old where old.queued_at < :before limit :most))
                    returning mail.id)
                select count(*) from over""");
    }
}
