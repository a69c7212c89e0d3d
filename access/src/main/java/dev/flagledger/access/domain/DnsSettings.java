package dev.flagledger.access.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the domain name system.
 *
 * @param server the host and the port of the server that is asked, such as {@code 10.0.0.2:53}; null for those of the operating system;
 *     {@code FLAGLEDGER_DNS_SERVER}
 * @param proofsPerMinute the number of proofs of mail domains that a node looks up for one user per minute; 0 for no limit
 * @param recheck the time after which it is looked again whether proven domains still have their records; zero for never
 * @param grace for how long a proven domain may be without its record
 */
@ConfigurationProperties("flagledger.dns")
public record DnsSettings(
        @Nullable String server,
        @DefaultValue("10") int proofsPerMinute,
        @DefaultValue("1d") Duration recheck,
        @DefaultValue("7d") Duration grace) {

    public DnsSettings {
        if (proofsPerMinute < 0) {
            throw new IllegalArgumentException("FLAGLEDGER_DNS_PROOFS_PER_MINUTE must not be negative");
        }
        if (recheck.isNegative() || grace.isNegative()) {
            throw new IllegalArgumentException("FLAGLEDGER_DNS_RECHECK and FLAGLEDGER_DNS_GRACE must not be negative");
        }
    }

    /** Returns whether proofs are checked again at all. */
    public boolean checksProofs() {
        return recheck.isPositive();
    }

    /** The address for the platform's client. */
    String url() {
        return server == null ? "dns:" : "dns://" + server;
    }
}
