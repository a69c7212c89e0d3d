package dev.flagledger.access.outbound;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator lets through.
 *
 * @param allow networks that webhooks may reach although they are not public; {@code FLAGLEDGER_WEBHOOK_ALLOW}, comma-separated
 */
@ConfigurationProperties("flagledger.webhook")
record OutboundSettings(@DefaultValue List<Cidr> allow) {}
