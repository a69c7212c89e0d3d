package dev.flagledger.webhook.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The retention of deliveries.
 *
 * @param deliveries the age, since queueing, at which deliveries that were made or cancelled are deleted with their attempts; zero means
 *     never
 * @param deadLetters the same for those that have failed
 */
@ConfigurationProperties("flagledger.retention")
record DeliveryRetention(
        @DefaultValue("30d") Duration deliveries,
        @DefaultValue("90d") Duration deadLetters) {}
