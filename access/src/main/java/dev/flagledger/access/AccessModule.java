package dev.flagledger.access;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Configuration of the module: authentication and permissions, on every node. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class AccessModule {}
