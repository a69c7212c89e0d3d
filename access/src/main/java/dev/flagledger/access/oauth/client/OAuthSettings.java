package dev.flagledger.access.oauth.client;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the OAuth authorization server.
 *
 * @param registrationsPerMonth how many clients may be registered from one address within 30 days; 0 for no limit;
 *     {@code FLAGLEDGER_OAUTH_REGISTRATIONS_PER_MONTH}
 * @param unusedClients after which time clients are deleted that no user lets act for them; zero for never;
 *     {@code FLAGLEDGER_OAUTH_UNUSED_CLIENTS}
 */
@ConfigurationProperties("flagledger.oauth")
public record OAuthSettings(
        @DefaultValue("500") int registrationsPerMonth,
        @DefaultValue("30d") Duration unusedClients) {

    public OAuthSettings {
        if (registrationsPerMonth < 0) {
            throw new IllegalArgumentException("FLAGLEDGER_OAUTH_REGISTRATIONS_PER_MONTH must not be negative");
        }
    }
}
