package dev.flagledger.command.webhook;

import dev.flagledger.command.access.CommandAccessConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans with which a node that delivers webhooks records that it pauses and resumes them. */
@Configuration(proxyBeanMethods = false)
@Import({CommandAccessConfiguration.class, Webhook.class})
public class WebhookStateConfiguration {}
