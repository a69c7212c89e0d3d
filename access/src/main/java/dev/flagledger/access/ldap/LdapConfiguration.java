package dev.flagledger.access.ldap;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of the directory. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LdapSettings.class)
class LdapConfiguration {}
