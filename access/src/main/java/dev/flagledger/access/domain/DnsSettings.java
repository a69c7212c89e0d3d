package dev.flagledger.access.domain;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the domain name system.
 *
 * @param server the host and the port of the server that is asked, such as {@code 10.0.0.2:53}; null for those of the operating system;
 *     {@code FLAGLEDGER_DNS_SERVER}
 * @param proofsPerMinute the number of proofs of mail domains that a node looks up for one user per minute; 0 for no limit
 */
@ConfigurationProperties("flagledger.dns")
public record DnsSettings(
        @Nullable String server, @DefaultValue("10") int proofsPerMinute) {

    public DnsSettings {
        if (proofsPerMinute < 0) {
            throw new IllegalArgumentException("FLAGLEDGER_DNS_PROOFS_PER_MINUTE must not be negative");
        }
    }

    /** The address for the platform's client. */
    String url() {
        return server == null ? "dns:" : "dns://" + server;
    }
}
