package dev.flagledger.contract.http.server;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the API's port, {@code FLAGLEDGER_HTTP_*}.
 *
 * @param headerTimeout the maximum time in which a client must send a complete header
 * @param bodyTimeout the idle timeout while a body is incomplete
 * @param bodyMinRate the minimum rate of a body in bytes per second; 0 for none
 * @param bodyMinRateAfter the time spent waiting for a body before the rate counts
 * @param maxConnectionsPerAddress 0 for no limit; null for the default
 * @param proxyProtocol whether trusted proxies use the PROXY protocol
 * @param trustedProxies networks such as {@code 10.0.0.0/8}; by default loopback, link-local and private ones
 */
@ConfigurationProperties("flagledger.http")
public record HttpSettings(
        @DefaultValue("10s") Duration headerTimeout,
        @DefaultValue("10s") Duration bodyTimeout,
        @DefaultValue("500") long bodyMinRate,
        @DefaultValue("20s") Duration bodyMinRateAfter,
        @Nullable Integer maxConnectionsPerAddress,
        @DefaultValue("false") boolean proxyProtocol,

        @DefaultValue({
            "127.0.0.0/8",
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "169.254.0.0/16",
            "100.64.0.0/10",
            "::1/128",
            "fe80::/10",
            "fc00::/7"
        })
        List<String> trustedProxies) {

    /** @throws IllegalArgumentException if a number is negative, or a timeout is not positive */
    public HttpSettings {
        require(headerTimeout.isPositive(), "FLAGLEDGER_HTTP_HEADER_TIMEOUT must be positive");
        require(bodyTimeout.isPositive(), "FLAGLEDGER_HTTP_BODY_TIMEOUT must be positive");
        require(bodyMinRate >= 0, "FLAGLEDGER_HTTP_BODY_MIN_RATE must not be negative");
        require(!bodyMinRateAfter.isNegative(), "FLAGLEDGER_HTTP_BODY_MIN_RATE_AFTER must not be negative");
        require(
                maxConnectionsPerAddress == null || maxConnectionsPerAddress >= 0,
                "FLAGLEDGER_HTTP_MAX_CONNECTIONS_PER_ADDRESS must not be negative");
        trustedProxies = List.copyOf(trustedProxies);
    }

    private static void require(boolean valid, String message) {
        if (!valid) {
            throw new IllegalArgumentException(message);
        }
    }
}
