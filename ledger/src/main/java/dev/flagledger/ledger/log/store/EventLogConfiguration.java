package dev.flagledger.ledger.log.store;

import dev.flagledger.api.catalogue.EventTypes;
import dev.flagledger.ledger.StartOrder;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.ContextResolver;
import dev.flagledger.ledger.log.append.DurableCommits;
import dev.flagledger.ledger.log.entry.EntryFormat;
import dev.flagledger.ledger.log.payload.CanonicalSerializer;
import dev.flagledger.ledger.log.stream.StreamLog;
import dev.flagledger.ledger.signal.PostgresSignal;
import dev.flagledger.ledger.subject.SubjectKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Configures the logs, and Axon's event store on top of the configuration log. */
@Configuration(proxyBeanMethods = false)
class EventLogConfiguration {

    private static final int CACHED_AGGREGATES = 10_000;

    static {
        // PostgreSQL and the wire format have microseconds: storing an event must not change its time.
        GenericEventMessage.clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean
    @Primary
    CanonicalSerializer serializer(EventTypes types) {
        return CanonicalSerializer.of(types);
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    EventTable eventTable(
            DataSource database, CanonicalSerializer serializer, SubjectKeys keys, ContextResolver contexts) {
        return new EventTable(database, new EntryFormat(serializer, keys), keys, contexts);
    }

    @Bean
    StreamLog streamLog(JdbcTemplate jdbc, CanonicalSerializer serializer, SubjectKeys keys, ContextResolver contexts) {
        return new StreamLog(jdbc, new EntryFormat(serializer, keys), keys, contexts);
    }

    @Bean
    LogStorage eventStorageEngine(
            EventTable table, JdbcClient jdbc, TransactionManager transactions, DurableCommits commits) {
        return new LogStorage(table, jdbc, transactions, commits);
    }

    @Bean
    DurableCommits durableCommits(DataSource database) {
        return new DurableCommits(database);
    }

    /** Breaks the cycle between the store, which raises the signal, and the signal, which wakes the store. */
    @Bean
    @Qualifier("eventStore") WakingEventStore eventBus(LogStorage storage, AtomicReference<Runnable> onAppend) {
        return new WakingEventStore(storage, () -> onAppend.get().run());
    }

    @Bean
    CurrentAggregates currentAggregates(WakingEventStore store) {
        var aggregates = new CurrentAggregates(store, CACHED_AGGREGATES);
        store.onLoss(aggregates::clear);
        return aggregates;
    }

    @Bean
    PostgresSignal logSignal(
            DataSource database, WakingEventStore store, SubjectKeys keys, AtomicReference<Runnable> onAppend) {
        store.onLoss(keys::clear);
        var signal = new PostgresSignal("flagledger_log", StartOrder.READING, database, store::wake, store::lost);
        onAppend.set(signal::raise);
        return signal;
    }

    @Bean
    AtomicReference<Runnable> onAppend() {
        return new AtomicReference<>(() -> {});
    }

    @Bean
    EventLog eventLog(
            WakingEventStore store,
            LogStorage storage,
            EventTable table,
            DurableCommits commits,
            CurrentAggregates aggregates) {
        return new EventLog(store, storage, table, commits, aggregates);
    }

    @Bean
    CorrelationDataProvider attributionOfEvents() {
        return new SimpleCorrelationDataProvider(Attribution.KEYS.toArray(String[]::new));
    }
}
