package dev.flagledger.webhook.delivery;

import dev.flagledger.platform.net.OutboundHosts;
import java.util.Random;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds from the settings what does not read them itself. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
class DeliveryConfiguration {

    @Bean
    DeliverySignal deliverySignal() {
        return new DeliverySignal();
    }

    @Bean
    HttpSender httpSender(DeliverySettings settings, OutboundHosts hosts) {
        return new HttpSender(settings, hosts);
    }

    @Bean
    RetrySchedule retrySchedule(DeliverySettings settings) {
        return new RetrySchedule(settings.retryBase(), settings.retryCap(), settings.giveUpAfter(), new Random());
    }
}
