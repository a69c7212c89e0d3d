package dev.flagledger.command.trust;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on the exchange of tokens.
 *
 * @param perMinute the number of tokens that a node exchanges for one address per minute; 0 for no limit
 */
@ConfigurationProperties("flagledger.trust")
record TrustSettings(@DefaultValue("60") int perMinute) {

    TrustSettings {
        if (perMinute < 0) {
            throw new IllegalArgumentException("FLAGLEDGER_TRUST_PER_MINUTE must not be negative");
        }
    }
}
