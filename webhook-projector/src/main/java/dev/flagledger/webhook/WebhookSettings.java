package dev.flagledger.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of deliveries and their retries.
 *
 * @param inFlight the maximum number of concurrent requests per node
 * @param connectTimeout for the TCP connection, and again for the TLS handshake
 * @param responseTimeout between two packets of a response
 * @param deadline for the whole attempt
 * @param lease the time after which another node may take over a delivery
 * @param pollInterval the longest delay of a due delivery if a wake-up is lost
 * @param retryBase the delay after the first failed attempt, which doubles with each further one
 * @param retryCap the longest delay
 * @param giveUpAfter the age at which a delivery fails permanently
 */
@ConfigurationProperties("flagledger.webhook")
public record WebhookSettings(
        @DefaultValue("32") int inFlight,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("10s") Duration responseTimeout,
        @DefaultValue("15s") Duration deadline,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("2s") Duration retryBase,
        @DefaultValue("6h") Duration retryCap,
        @DefaultValue("72h") Duration giveUpAfter) {

    public WebhookSettings {
        require(inFlight > 0, "flagledger.webhook.in-flight must be at least 1");
        require(connectTimeout.isPositive(), "flagledger.webhook.connect-timeout must be positive");
        require(responseTimeout.isPositive(), "flagledger.webhook.response-timeout must be positive");
        require(deadline.isPositive(), "flagledger.webhook.deadline must be positive");
        require(
                lease.compareTo(deadline) > 0,
                "flagledger.webhook.lease must be longer than flagledger.webhook.deadline");
        require(pollInterval.isPositive(), "flagledger.webhook.poll-interval must be positive");
        require(retryBase.isPositive(), "flagledger.webhook.retry-base must be positive");
        require(
                retryCap.compareTo(retryBase) >= 0,
                "flagledger.webhook.retry-cap must not be below flagledger.webhook.retry-base");
        require(giveUpAfter.isPositive(), "flagledger.webhook.give-up-after must be positive");
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
