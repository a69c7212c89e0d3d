package dev.flagledger.command.scim;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on what directories change.
 *
 * @param perMinute the number of changes that a node accepts from one directory per minute; 0 for no limit
 */
@ConfigurationProperties("flagledger.scim")
record ScimSettings(@DefaultValue("1500") int perMinute) {

    ScimSettings {
        if (perMinute < 0) {
            throw new IllegalArgumentException("FLAGLEDGER_SCIM_PER_MINUTE must not be negative");
        }
    }
}
