package dev.flagledger.access.address;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the addresses. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OwnAddress.class, DashboardLinks.class})
class AddressConfiguration {}
