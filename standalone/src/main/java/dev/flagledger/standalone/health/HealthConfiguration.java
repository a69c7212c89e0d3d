package dev.flagledger.standalone.health;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** The groups of health indicators, and where they are told. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:dev/flagledger/standalone/health/health.properties")
class HealthConfiguration {}
