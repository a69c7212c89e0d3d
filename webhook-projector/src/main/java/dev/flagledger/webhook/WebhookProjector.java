package dev.flagledger.webhook;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The beans of a webhook node. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(DeliverySettings.class)
public class WebhookProjector {}
