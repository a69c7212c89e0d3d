package dev.flagledger.ledger.log.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserLoggedOut;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.log.AppendContext;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.ContextResolver;
import dev.flagledger.ledger.log.append.DurableCommits;
import dev.flagledger.ledger.log.stream.StreamLog;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.ledger.secret.KeyedDigest;
import dev.flagledger.ledger.signal.PostgresSignal;
import dev.flagledger.ledger.subject.SubjectKeys;
import dev.flagledger.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The event log of one process on a real database, wired as the configuration wires it but without a Spring context. */
public final class TestLog implements AutoCloseable {

    /** The scope of events in tests: no organisation, project or environment. */
    public static final EventScope SCOPE = new EventScope(null, null, null, "test");

    private final EventLogConfiguration configuration = new EventLogConfiguration();
    private final TestDatabase database;
    private final Function<Object, AppendContext> contexts;
    private final HikariDataSource pool = new HikariDataSource();
    private final TransactionManager transactions;
    private final JdbcClient jdbc;
    private final InstallationKey installation;
    private final SubjectKeys keys;
    private final EventTable table;
    private final DurableCommits commits;
    private final LogStorage storage;
    private final WakingEventStore store;
    private final AtomicReference<Runnable> onAppend = configuration.onAppend();

    private TestLog(TestDatabase database, Function<Object, AppendContext> contexts) {
        this.database = database;
        this.contexts = contexts;
        pool.setDataSource(database.dataSource());
        transactions = configuration.axonTransactionManager(new JdbcTransactionManager(pool));
        jdbc = JdbcClient.create(pool);
        installation = new InstallationKey(jdbc, new InstallationSecret(jdbc, ""), "");
        keys = new SubjectKeys(jdbc, installation);
        table = configuration.eventTable(
                pool,
                configuration.serializer(new EventCatalogue()),
                keys,
                events -> events.stream()
                        .map(event -> contexts.apply(event.getPayload()))
                        .toList());
        commits = configuration.durableCommits(pool);
        storage = configuration.eventStorageEngine(table, jdbc, transactions, commits);
        store = new WakingEventStore(storage, () -> onAppend.get().run());
    }

    /** A logout ends its user, so that tests can end an object. */
    private static AppendContext contextOf(Object event) {
        return switch (event) {
            case UserLoggedIn in -> new AppendContext(SCOPE, List.of("user:" + in.userId()), false);
            case UserLoggedOut out ->
                new AppendContext(new EventScope(null, null, null, "user:" + out.userId()), List.of(), true);
            default -> new AppendContext(SCOPE, List.of(), false);
        };
    }

    /** An empty log on a database of its own. */
    public static TestLog fresh() {
        return fresh(TestLog::contextOf);
    }

    /** An empty log with these contexts of events. */
    public static TestLog fresh(Function<Object, AppendContext> contexts) {
        return new TestLog(TestDatabase.fresh().migrated(), contexts);
    }

    /** The same log as seen by another process: only the database is shared. */
    public TestLog elsewhere() {
        return new TestLog(database, contexts);
    }

    public EventLog log() {
        return configuration.eventLog(store, storage, table, commits, configuration.currentAggregates(store));
    }

    /** All events as they are stored. */
    List<StoredEvent> stored() {
        return jdbc.sql("select " + StoredEvents.COLUMNS + " from ledger.event order by event.position")
                .query((row, _) -> StoredEvents.event(row))
                .list();
    }

    /** Appends events in a transaction of their own, each as the first of a stream. */
    public void append(LedgerEvent... events) {
        store.publish(messages(events));
    }

    /** Appends events in a transaction that is rolled back. */
    public void appendInVain(LedgerEvent... events) {
        var transaction = transactions.startTransaction();
        storage.appendEvents(messages(events));
        transaction.rollback();
    }

    /** Appends an event that only a later version would know. */
    public void appendUnknown() {
        jdbc.sql("""
                        insert into ledger.event (position, event_id, aggregate_id, sequence_number, recorded_at,
                            payload_type, payload_revision, object, actor_kind, entry, leaf)
                        select coalesce(max(event.position), 0) + 1, gen_random_uuid(), 'later', 0, now(), 'user.beamed-up', 1,
                            'user:1', 'SYSTEM', convert_to('{"actor":{"id":null,"kind":"SYSTEM","name":""},"address":null,'
                            || '"agent":null,"at":"2031-01-01T00:00:00.000000Z","event":{},"id":"later","note":null,"request":null,'
                            || '"revision":1,"sequence":0,"stream":"later","type":"user.beamed-up"}', 'UTF8'), ''
                        from ledger.event
                        """).update();
    }

    public DurableCommits commits() {
        return commits;
    }

    /** A data source without a pool. */
    public DataSource dataSource() {
        return database.dataSource();
    }

    public DataSource pool() {
        return pool;
    }

    /** The log of identities on the same database. */
    public StreamLog streams(ContextResolver contexts) {
        return configuration.streamLog(template(), configuration.serializer(new EventCatalogue()), keys, contexts);
    }

    public JdbcTemplate template() {
        return new JdbcTemplate(pool);
    }

    /** Appends an event that ends the object of a scope. */
    public void end(EventScope scope) {
        var table = configuration.eventTable(
                pool,
                configuration.serializer(new EventCatalogue()),
                keys,
                _ -> List.of(new AppendContext(scope, List.of(), true)));
        transactions.executeInTransaction(() ->
                table.writer().append(table.writer().rows(messages(new UserLoggedIn(1, LoginWay.EMAIL)))));
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public KeyedDigest digests() {
        return new KeyedDigest(installation);
    }

    public SubjectKeys keys() {
        return keys;
    }

    public TransactionManager transactions() {
        return transactions;
    }

    public WakingEventStore store() {
        return store;
    }

    public EventStorageEngine storage() {
        return storage;
    }

    /** The number of appends that wait for the next group. */
    public int waitingAppends() {
        return storage.waitingAppends();
    }

    /** The signal of this process; not started. */
    public PostgresSignal signal() {
        return configuration.logSignal(pool, store, keys, onAppend);
    }

    public static List<DomainEventMessage<?>> messages(LedgerEvent... events) {
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
        commits.close();
        pool.close();
    }
}
