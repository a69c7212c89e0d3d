package dev.flagledger.webhook.delivery;

import dev.flagledger.ledger.StartOrder;
import dev.flagledger.ledger.signal.PostgresSignal;
import dev.flagledger.webhook.WebhookSettings;
import java.util.Random;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds what is given its parts by hand in tests. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    @Bean
    DeliverySignal deliverySignal() {
        return new DeliverySignal();
    }

    /** Wakes the deliverers of all nodes when something was queued on one of them. */
    @Bean
    PostgresSignal deliveriesOfAll(DataSource database, DeliverySignal deliverer) {
        return new PostgresSignal("flagledger_deliveries", StartOrder.DELIVERING, database, deliverer::raise, () -> {});
    }

    @Bean
    RetrySchedule retrySchedule(WebhookSettings settings) {
        return new RetrySchedule(settings.retryBase(), settings.retryCap(), settings.giveUpAfter(), new Random());
    }
}
