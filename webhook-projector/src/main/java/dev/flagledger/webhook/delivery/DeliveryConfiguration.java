package dev.flagledger.webhook.delivery;

import dev.flagledger.webhook.WebhookSettings;
import java.util.Random;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds what is given its parts by hand in tests. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    @Bean
    DeliverySignal deliverySignal() {
        return new DeliverySignal();
    }

    @Bean
    RetrySchedule retrySchedule(WebhookSettings settings) {
        return new RetrySchedule(settings.retryBase(), settings.retryCap(), settings.giveUpAfter(), new Random());
    }
}
