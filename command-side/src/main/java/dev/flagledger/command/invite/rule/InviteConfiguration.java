package dev.flagledger.command.invite.rule;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of invitations. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InviteSettings.class)
class InviteConfiguration {}
