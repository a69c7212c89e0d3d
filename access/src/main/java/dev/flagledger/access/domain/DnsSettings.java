package dev.flagledger.access.domain;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the domain name system.
 *
 * @param server the host and the port of the server that is asked, such as {@code 10.0.0.2:53}; null for those of the operating system;
 *     {@code FLAGLEDGER_DNS_SERVER}
 */
@ConfigurationProperties("flagledger.dns")
public record DnsSettings(@Nullable String server) {

    /** The address for the platform's client. */
    String url() {
        return server == null ? "dns:" : "dns://" + server;
    }
}
