package dev.flagledger.command.user.attempt;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on logins.
 *
 * @param perMinute the number of logins and registrations that a node accepts from one address per minute; 0 for no
 *     limit
 * @param codesPerMinute the number of codes of the second factor that a node accepts from one address per minute; 0 for no
 *     limit
 */
@ConfigurationProperties("flagledger.login")
record LoginSettings(
        @DefaultValue("20") int perMinute,
        @DefaultValue("5") int codesPerMinute) {

    LoginSettings {
        if (perMinute < 0) {
            throw new IllegalArgumentException("FLAGLEDGER_LOGIN_PER_MINUTE must not be negative");
        }
        if (codesPerMinute < 0) {
            throw new IllegalArgumentException("FLAGLEDGER_LOGIN_CODES_PER_MINUTE must not be negative");
        }
    }
}
