package dev.flagledger.command.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The permission table, for a node that handles some commands without being a command node. */
@Configuration(proxyBeanMethods = false)
@Import(Authorisation.class)
public class CommandAccessConfiguration {}
