package dev.flagledger.contract;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The beans of the wire format, which every node has. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class Contract {}
