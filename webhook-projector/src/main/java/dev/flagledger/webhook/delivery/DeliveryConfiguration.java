package dev.flagledger.webhook.delivery;

import dev.flagledger.ledger.StartOrder;
import dev.flagledger.ledger.retention.Pruning;
import dev.flagledger.ledger.signal.PostgresSignal;
import dev.flagledger.webhook.WebhookSettings;
import java.util.Random;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the beans that tests construct themselves. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryRetention.class)
class DeliveryConfiguration {

    /** Wakes the deliverers of all nodes after one of them has queued deliveries. */
    @Bean
    PostgresSignal deliveriesOfAll(DataSource database, DeliverySignal deliverer) {
        return new PostgresSignal("flagledger_deliveries", StartOrder.DELIVERING, database, deliverer::raise, () -> {});
    }

    /** Pending deliveries are never deleted; attempts are deleted with their deliveries. */
    @Bean
    Pruning oldDeliveries(DeliveryRetention retention) {
        return new Pruning("deliveries", retention.deliveries(), """
                with over as (
                    delete from webhook.webhook_delivery where webhook_delivery.id = any (array(
                        select old.id from webhook.webhook_delivery old
                        where old.status <> 'pending' and old.created_at < :before
                        order by old.created_at limit :most))
                    returning webhook_delivery.id)
                select count(*) from over""");
    }

    @Bean
    RetrySchedule retrySchedule(WebhookSettings settings) {
        return new RetrySchedule(settings.retryDelays(), new Random());
    }
}
