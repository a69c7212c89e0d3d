package dev.flagledger.access.session;

import dev.flagledger.ledger.retention.Pruning;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of sessions, and the end of their rows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CookieSettings.class, FederatedTokens.class})
class SessionConfiguration {

    /** Deletes the sessions of browsers that have not been used for as long as they could be. */
    @Bean
    Pruning oldSessions(CookieSettings settings) {
        return new Pruning("sessions of browsers", settings.idle(), """
            with over as (
                delete from access.session where session.session_id = any (array(
                    select old.session_id from access.session old
                    where old.cookie and old.used_at < :before limit :most))
                and session.used_at < :before
                returning session.session_id)
            select count(*) from over""");
    }

    /** Deletes the sessions of applications that have not refreshed their tokens for as long as they could. */
    @Bean
    Pruning oldApplications() {
        return new Pruning("sessions of applications", CookieSettings.LONGEST, """
            with over as (
                delete from access.session where session.session_id = any (array(
                    select old.session_id from access.session old
                    where old.application and old.used_at < :before limit :most))
                and session.used_at < :before
                returning session.session_id)
            select count(*) from over""");
    }
}
