package dev.flagledger.access.oauth;

import dev.flagledger.access.oauth.client.OAuthSettings;
import dev.flagledger.ledger.retention.Pruning;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of OAuth, and the end of what nobody uses. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuthSettings.class)
class OAuthConfiguration {

    /** For a while, so that clocks need not agree. */
    private static final Duration AFTER_EXPIRY = Duration.ofHours(1);

    @Bean
    Pruning expiredTokens() {
        return new Pruning("tokens of applications", AFTER_EXPIRY, """
            with over as (
                delete from access.oauth_token where oauth_token.digest = any (array(
                    select old.digest from access.oauth_token old
                    where old.expires_at < :before limit :most))
                returning 1)
            select count(*) from over""");
    }

    /** Deletes the sessions of applications that never redeemed their code. */
    @Bean
    Pruning unusedCodes() {
        return new Pruning("codes of applications", AFTER_EXPIRY, """
            with over as (
                delete from access.session where session.session_id = any (array(
                    select old.session_id from access.oauth_grant old
                    where not old.code_used and old.code_expires_at < :before limit :most))
                returning 1)
            select count(*) from over""");
    }

    @Bean
    Pruning unusedClients(OAuthSettings settings) {
        return new Pruning("OAuth clients that nobody uses", settings.unusedClients(), """
            with over as (
                delete from access.oauth_client where oauth_client.client_id = any (array(
                    select old.client_id from access.oauth_client old where old.used_at < :before
                    and not exists (select from access.oauth_grant where oauth_grant.client_id = old.client_id)
                    limit :most))
                and oauth_client.used_at < :before
                returning 1)
            select count(*) from over""");
    }
}
