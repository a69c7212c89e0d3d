package dev.flagledger.query;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The beans of a node that answers reads. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class QuerySide {}
