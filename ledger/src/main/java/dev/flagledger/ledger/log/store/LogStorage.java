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
 * Axon's storage engine on the table {@code event}. Positions have no gaps and become visible in order, since an append holds a
 * lock from before it takes a position until its commit is visible. So a reader that has reached a position has missed nothing
 * before it.
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
     * Appends in the caller's transaction if there is one, otherwise in a group. An append that ends an object or stores a key is
     * made separately, so that it cannot affect others of a group. {@code events} are domain events; there are no others.
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
        boolean alone = TransactionSynchronizationManager.isActualTransactionActive() || rows.changesMore();
        if (alone || !isAppendedInGroup(rows)) {
            transactions.executeInTransaction(() -> append(rows));
        }
    }

    /** Adds a listener for groups of appended events, called once they are durable. It must neither block nor throw. */
    void onGroup(Consumer<List<Recorded>> listener) {
        listeners.add(listener);
    }

    private void appendedDurably(List<TrackedEventMessage<?>> events) {
        var recorded = events.stream().map(EventLog::recorded).toList();
        listeners.forEach(listener -> listener.accept(recorded));
    }

    private boolean isAppendedInGroup(EventRows rows) {
        try {
            var first = groups.append(rows);
            first.ifPresent(position -> CommandAttempt.appended(rows.from(position), () -> {}));
            return first.isPresent();
        } catch (SQLException e) {
            throw new OutcomeUnknownException(e);
        }
    }

    /** The number of appends that wait for the next group. */
    int waitingAppends() {
        return groups.waiting();
    }

    private void append(EventRows rows) {
        var session = commits.session();
        CommandAttempt.appended(table.writer().append(rows), session::awaitDurable);
    }

    /** Not supported: the log is followed through the history, or read by position. */
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
        return new UnsupportedOperationException("The log is read by position, not by tracking token");
    }

    long head() {
        return jdbc.sql("select coalesce(max(event.position), 0) from ledger.event")
                .query(Long.class)
                .single();
    }

    /** Not supported: streams are short, and aggregates are cached in memory. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("Aggregates have no snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }
}
