package dev.flagledger.webhook.trial;

import dev.flagledger.webhook.DeliverySettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The beans that send samples, for nodes that do not deliver. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(DeliverySettings.class)
public class TrialConfiguration {}
