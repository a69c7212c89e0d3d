package dev.flagledger.ledger;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The configuration of this module. The assembly of a node adds the types of the domain's events. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class Ledger {}
