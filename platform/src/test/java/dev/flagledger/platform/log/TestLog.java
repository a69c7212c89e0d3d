package dev.flagledger.platform.log;

import com.zaxxer.hikari.HikariDataSource;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.platform.signal.PostgresSignal;
import dev.flagledger.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The event log of one process on a real database, wired as the configuration wires it but without a Spring context. */
public final class TestLog implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final EventLogConfiguration configuration = new EventLogConfiguration();
    private final TestDatabase database;
    private final HikariDataSource pool = new HikariDataSource();
    private final TransactionManager transactions;
    private final JdbcClient jdbc;
    private final EventStorageEngine storage;
    private final WakingEventStore store;
    private final AtomicReference<Runnable> onAppend = configuration.onAppend();

    private TestLog(TestDatabase database, Duration poll) {
        this.database = database;
        pool.setDataSource(database.dataSource());
        transactions = configuration.axonTransactionManager(new JdbcTransactionManager(pool));
        jdbc = JdbcClient.create(pool);
        storage = configuration.eventStorageEngine(
                configuration.serializer(),
                configuration.persistenceExceptionResolver(),
                connections(),
                transactions,
                jdbc);
        store = new WakingEventStore(
                EmbeddedEventStore.builder().storageEngine(storage).fetchDelay(poll.toMillis()),
                () -> onAppend.get().run());
    }

    /** A log of its own, empty. */
    public static TestLog fresh() {
        var database = TestDatabase.fresh();
        Flyway.configure().dataSource(database.dataSource()).load().migrate();
        return new TestLog(database, POLL);
    }

    /** The same log in another process, as it were: nothing is shared but the database. */
    public TestLog elsewhere() {
        return elsewhere(POLL);
    }

    TestLog elsewhere(Duration poll) {
        return new TestLog(database, poll);
    }

    public EventLog log() {
        return new EventLog(store, storage, jdbc);
    }

    /** Appends events in a transaction of their own, each as the first of a stream. */
    public void append(LedgerEvent... events) {
        store.publish(messages(events));
    }

    /** What would have been appended is rolled back and leaves holes in the positions. */
    public void appendInVain(LedgerEvent... events) {
        var transaction = transactions.startTransaction();
        storage.appendEvents(messages(events));
        transaction.rollback();
    }

    /** Appends what only a later version would know. */
    public void appendUnknown() {
        jdbc.sql("""
                        insert into event (event_id, aggregate_type, aggregate_id, sequence_number, recorded_at,
                            payload_type, payload_revision, payload, metadata)
                        values ('later', 'User', 'later', 0, '2031-01-01T00:00:00Z', 'user.beamed-up', '1', '{}', '{}')
                        """).update();
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public TransactionManager transactions() {
        return transactions;
    }

    public WakingEventStore store() {
        return store;
    }

    public TokenStore tokens(String nodeId) {
        return configuration.tokenStore(connections(), configuration.serializer(), nodeId);
    }

    EventStorageEngine storage() {
        return storage;
    }

    /** What wakes the readers of others at each append, and the readers here; not started. */
    PostgresSignal signal() {
        return configuration.logSignal(pool, store, onAppend);
    }

    ConnectionProvider connections() {
        return configuration.connectionProvider(pool);
    }

    static List<DomainEventMessage<?>> messages(LedgerEvent... events) {
        var messages = new ArrayList<DomainEventMessage<?>>();
        for (var event : events) {
            messages.add(new GenericDomainEventMessage<>(
                    "Test", UUID.randomUUID().toString(), 0, event, Attribution.SYSTEM.toMetaData()));
        }
        return messages;
    }

    @Override
    public void close() {
        store.shutDown();
        pool.close();
    }
}
