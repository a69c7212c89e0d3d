package dev.flagledger.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of deliveries and their retries.
 *
 * @param inFlight the maximum number of concurrent requests per node
 * @param perEndpoint the maximum number of these that are to one webhook
 * @param connectTimeout for the TCP connection, and again for the TLS handshake
 * @param responseTimeout between two packets of a response
 * @param deadline for the whole attempt
 * @param lease the time after which another node may take over a delivery
 * @param pollInterval the longest delay of a due delivery if a wake-up is lost
 * @param retryDelays the delays after the first failed attempt, the second and so on; a delivery fails permanently after the last
 */
@ConfigurationProperties("flagledger.webhook")
public record DeliverySettings(
        @DefaultValue("128") int inFlight,
        @DefaultValue("8") int perEndpoint,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("10s") Duration responseTimeout,
        @DefaultValue("15s") Duration deadline,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("1s") Duration pollInterval,

        @DefaultValue({"5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"})
        List<Duration> retryDelays) {

    public DeliverySettings {
        require(inFlight > 0, "flagledger.webhook.in-flight must be at least 1");
        require(perEndpoint > 0, "flagledger.webhook.per-endpoint must be at least 1");
        require(connectTimeout.isPositive(), "flagledger.webhook.connect-timeout must be positive");
        require(responseTimeout.isPositive(), "flagledger.webhook.response-timeout must be positive");
        require(deadline.isPositive(), "flagledger.webhook.deadline must be positive");
        require(
                lease.compareTo(deadline) > 0,
                "flagledger.webhook.lease must be longer than flagledger.webhook.deadline");
        require(pollInterval.isPositive(), "flagledger.webhook.poll-interval must be positive");
        require(
                retryDelays.stream().allMatch(Duration::isPositive),
                "flagledger.webhook.retry-delays must all be positive");
        retryDelays = List.copyOf(retryDelays);
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
