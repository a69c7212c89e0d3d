package dev.flagledger.access.outbound.http;

import dev.flagledger.access.outbound.OutboundHosts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client for hosts that administrators of organisations name. */
@Configuration(proxyBeanMethods = false)
class OutboundHttpConfiguration {

    @Bean
    OutboundHttp outboundHttp(OutboundHosts hosts) {
        return OutboundHttp.checkedBy(hosts);
    }
}
