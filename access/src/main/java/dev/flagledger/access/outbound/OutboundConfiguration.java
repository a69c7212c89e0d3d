package dev.flagledger.access.outbound;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the address rule of the node from the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboundSettings.class)
class OutboundConfiguration {

    @Bean
    OutboundHosts outboundHosts(OutboundSettings settings) {
        return new OutboundHosts(new AddressRule(settings.allow()), new SystemResolver(Duration.ofSeconds(10)));
    }
}
