package dev.flagledger.command.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The table of rights, for a node that takes commands but is not the whole command side. */
@Configuration(proxyBeanMethods = false)
@Import(Authorisation.class)
public class CommandAccessConfiguration {}
