package dev.flagledger.ledger.command;

import dev.flagledger.api.LedgerCommand;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures Axon's command bus, which handles a command in the thread that sends it. */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

    @Bean
    @Qualifier("localSegment") CommandBus commandBus(
            TransactionManager transactions,
            org.axonframework.config.Configuration axon,
            DuplicateCommandHandlerResolver duplicates) {
        var bus = SimpleCommandBus.builder()
                .transactionManager(new CommandTransactions(transactions))
                .duplicateCommandHandlerResolver(duplicates)
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    /** Asks the command; Axon's own resolver searches the methods of its class for annotations, each time. */
    @Bean
    CommandTargetResolver commandTargetResolver() {
        return message -> {
            Object target = ((LedgerCommand) message.getPayload()).aggregateId();
            return new VersionedAggregateIdentifier(target, null);
        };
    }
}
