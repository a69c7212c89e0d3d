package dev.flagledger.access.outbound;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of outbound connections.
 *
 * @param allow networks that webhooks may reach in addition to public addresses; {@code FLAGLEDGER_WEBHOOK_ALLOW},
 *     comma-separated
 */
@ConfigurationProperties("flagledger.webhook")
record OutboundSettings(@DefaultValue List<Cidr> allow) {}
