package dev.flagledger.contract;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** How every node reads requests and words its answers. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class Contract {}
