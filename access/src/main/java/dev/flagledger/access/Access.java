package dev.flagledger.access;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Who is asking, on every node. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class Access {}
