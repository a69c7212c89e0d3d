package dev.flagledger.standalone;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The beans that every node has, beside those of the sides of its role. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
class Node {}
