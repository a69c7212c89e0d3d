package dev.flagledger.webhook;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The beans of a node that tells receivers what changed. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class WebhookProjector {}
