package dev.flagledger.command;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The beans of a node that takes writes. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class CommandSide {}
