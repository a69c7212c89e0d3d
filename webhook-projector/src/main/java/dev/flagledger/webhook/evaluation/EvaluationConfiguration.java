package dev.flagledger.webhook.evaluation;

import dev.flagledger.webhook.DeliverySettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The beans that tell receivers of evaluations, for nodes that evaluate and do not deliver otherwise. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(DeliverySettings.class)
public class EvaluationConfiguration {}
