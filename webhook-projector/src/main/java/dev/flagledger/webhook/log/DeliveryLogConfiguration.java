package dev.flagledger.webhook.log;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The beans that show deliveries, for nodes that do not deliver. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class DeliveryLogConfiguration {}
