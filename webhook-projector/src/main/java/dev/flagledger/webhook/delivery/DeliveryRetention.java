package dev.flagledger.webhook.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long deliveries are kept.
 *
 * @param deliveries counted from when they were queued, for those that are over, with their attempts; zero for ever
 */
@ConfigurationProperties("flagledger.retention")
record DeliveryRetention(@DefaultValue("30d") Duration deliveries) {}
