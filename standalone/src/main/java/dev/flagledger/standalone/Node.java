package dev.flagledger.standalone;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The beans that make a Spring application out of the sides that a role chooses. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
class Node {}
