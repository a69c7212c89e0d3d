package dev.flagledger.command.user.setup;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of the first steps of an installation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SetupSettings.class)
class SetupConfiguration {}
