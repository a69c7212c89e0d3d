package dev.flagledger.webhook.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The retention of deliveries.
 *
 * @param deliveries the age, since queueing, at which completed deliveries and their attempts are deleted; zero means never
 */
@ConfigurationProperties("flagledger.retention")
record DeliveryRetention(@DefaultValue("30d") Duration deliveries) {}
