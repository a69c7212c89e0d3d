package dev.flagledger.standalone.health;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Loads the properties of the health endpoints and their groups of indicators. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:dev/flagledger/standalone/health/health.properties")
class HealthConfiguration {}
