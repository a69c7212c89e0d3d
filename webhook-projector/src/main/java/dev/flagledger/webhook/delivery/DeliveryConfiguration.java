package dev.flagledger.webhook.delivery;

import dev.flagledger.ledger.StartOrder;
import dev.flagledger.ledger.retention.Pruning;
import dev.flagledger.ledger.signal.PostgresSignal;
import dev.flagledger.webhook.DeliverySettings;
import dev.flagledger.webhook.delivery.attempt.RetrySchedule;
import java.time.Duration;
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

    /**
     * Pending deliveries are never deleted; attempts are deleted with their deliveries. As long as a message has a delivery that failed,
     * its others are kept too: without them it would be one that never arrived.
     */
    @Bean
    Pruning oldDeliveries(DeliveryRetention retention) {
        return pruning("deliveries", retention.deliveries(), """
                old.status in ('delivered', 'cancelled')
                and not exists (select from webhook.webhook_delivery failed
                                where failed.webhook_id = old.webhook_id and failed.sequence = old.sequence
                                  and failed.status = 'failed')""");
    }

    /** Those that have failed are kept longer: they may still be asked for. */
    @Bean
    Pruning oldDeadLetters(DeliveryRetention retention) {
        return pruning("failed deliveries", retention.deadLetters(), "old.status = 'failed'");
    }

    private static Pruning pruning(String what, Duration kept, String which) {
        return new Pruning(what, kept, """
                with over as (
                    delete from webhook.webhook_delivery where webhook_delivery.id = any (array(
                        select old.id from webhook.webhook_delivery old
                        where %s and old.created_at < :before
                        order by old.created_at limit :most))
                    returning webhook_delivery.id)
                select count(*) from over""".formatted(which));
    }

    @Bean
    RetrySchedule retrySchedule(DeliverySettings settings) {
        return new RetrySchedule(settings.retryDelays(), new Random());
    }
}
