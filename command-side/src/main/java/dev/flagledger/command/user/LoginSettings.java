package dev.flagledger.command.user;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator allows those who log in.
 *
 * @param perMinute how many logins and registrations a node takes from one address within a minute; 0 for any number
 */
@ConfigurationProperties("flagledger.login")
record LoginSettings(@DefaultValue("20") int perMinute) {

    LoginSettings {
        if (perMinute < 0) {
            throw new IllegalArgumentException("FLAGLEDGER_LOGIN_PER_MINUTE must not be negative");
        }
    }
}
