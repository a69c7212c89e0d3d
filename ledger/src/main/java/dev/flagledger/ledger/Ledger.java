package dev.flagledger.ledger;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything of this module. Whoever assembles a node adds what the domain says of its events. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class Ledger {}
