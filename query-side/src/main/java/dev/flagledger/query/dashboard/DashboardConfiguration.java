package dev.flagledger.query.dashboard;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads what the dashboard is told of the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DashboardFlags.class, ShownInvites.class})
class DashboardConfiguration {}
