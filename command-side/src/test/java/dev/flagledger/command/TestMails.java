package dev.flagledger.command;

import dev.flagledger.access.address.DashboardLinks;
import dev.flagledger.access.mail.Mails;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Mails without an SMTP server. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = {DashboardLinks.class, Mails.class})
class TestMails {}
