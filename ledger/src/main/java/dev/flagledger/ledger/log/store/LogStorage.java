package dev.flagledger.ledger.log.store;

import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.ledger.log.append.DurableCommits;
import dev.flagledger.ledger.log.append.EventRows;
import dev.flagledger.ledger.log.append.GroupedAppends;
import dev.flagledger.ledger.log.append.OutcomeUnknownException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What Axon's aggregates append to and are read from: the table {@code event}. Positions grow by one and become visible in
 * their order, since an appender holds a lock from before it takes one until its commit is visible. So a reader that has come
 * to a position has missed nothing before it.
 */
final class LogStorage implements EventStorageEngine {

    private static final int PAGE = 1_000;

    private final EventTable table;
    private final JdbcClient jdbc;
    private final TransactionManager transactions;
    private final DurableCommits commits;
    private final GroupedAppends groups;
    private final List<Consumer<List<Recorded>>> listeners = new CopyOnWriteArrayList<>();

    LogStorage(EventTable table, JdbcClient jdbc, TransactionManager transactions, DurableCommits commits) {
        this.table = table;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.commits = commits;
        this.groups = new GroupedAppends(table.writer(), this::appendedDurably);
    }

    /**
     * In the caller's transaction, if there is one; otherwise together with others. What ends something, or brings somebody's
     * key, is appended by itself, so that the others of a group need not be asked whether that meets them. {@code events} are
     * those of aggregates; there are no others.
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        var rows = table.writer()
                .rows(events.stream()
                        .<DomainEventMessage<?>>map(event -> (DomainEventMessage<?>) event)
                        .toList());
        boolean alone = TransactionSynchronizationManager.isActualTransactionActive() || rows.changeMore();
        if (alone || !isAppendedWithOthers(rows)) {
            transactions.executeInTransaction(() -> append(rows));
        }
    }

    /** Has this told of events that were appended together, once they are durable. Must neither block nor throw. */
    void onGroup(Consumer<List<Recorded>> listener) {
        listeners.add(listener);
    }

    private void appendedDurably(List<TrackedEventMessage<?>> events) {
        var recorded = events.stream().map(EventLog::recorded).toList();
        listeners.forEach(listener -> listener.accept(recorded));
    }

    private boolean isAppendedWithOthers(EventRows rows) {
        try {
            var first = groups.append(rows);
            first.ifPresent(position -> CommandAttempt.appended(rows.from(position), () -> {}));
            return first.isPresent();
        } catch (SQLException e) {
            throw new OutcomeUnknownException(e);
        }
    }

    /** How many appends wait to be a group. */
    int waitingAppends() {
        return groups.waiting();
    }

    private void append(EventRows rows) {
        var session = commits.session();
        CommandAttempt.appended(table.writer().append(rows), session::awaitDurable);
    }

    /** Whoever follows the log does so by the history, or reads its rows. */
    @Override
    public Stream<TrackedEventMessage<?>> readEvents(@Nullable TrackingToken after, boolean mayBlock) {
        throw notByTokens();
    }

    @Override
    public DomainEventStream readEvents(String stream, long first) {
        return DomainEventStream.of(Stream.iterate(
                        table.ofStream(stream, first, PAGE),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE
                                ? List.of()
                                : table.ofStream(stream, page.getLast().getSequenceNumber() + 1, PAGE))
                .flatMap(List::stream));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return jdbc.sql("select max(event.sequence_number) from ledger.event where event.aggregate_id = :stream")
                .param("stream", stream)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    @Override
    public TrackingToken createTailToken() {
        throw notByTokens();
    }

    @Override
    public TrackingToken createHeadToken() {
        throw notByTokens();
    }

    @Override
    public TrackingToken createTokenAt(Instant at) {
        throw notByTokens();
    }

    private static RuntimeException notByTokens() {
        return new UnsupportedOperationException("The log is read by positions, not by tokens of Axon");
    }

    long head() {
        return jdbc.sql("select coalesce(max(event.position), 0) from ledger.event")
                .query(Long.class)
                .single();
    }

    /** Aggregates are kept in memory and their streams are short, so none is stored. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("No aggregate is configured to have snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }
}
