package dev.flagledger.ledger.retention;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Collects the pruning rules of a node. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    @Bean
    Retention retention(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Clock clock,
            ObjectProvider<Pruning> prunings,
            @Value(Retention.BEGIN) Duration begin) {
        return new Retention(jdbc, transaction, clock, prunings.orderedStream().toList(), begin);
    }
}
