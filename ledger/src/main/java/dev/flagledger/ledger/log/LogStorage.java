package dev.flagledger.ledger.log;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The event store of Axon on the table {@code event}. Positions grow by one and become visible in their order, since an
 * appender holds a lock from before it takes one until its commit is visible. So a reader that has come to a position has
 * missed nothing before it.
 */
final class LogStorage implements EventStorageEngine {

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
     * In the caller's transaction, if there is one; otherwise together with others. What ends something, or
     * brings somebody's key, is appended by itself, so that the others of a group need not be asked whether that meets them. {@code events} are those of aggregates; there
     * are no others.
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
        commits.knownUpTo(recorded.getLast().position());
        listeners.forEach(listener -> listener.accept(recorded));
    }

    private boolean isAppendedWithOthers(EventRows rows) {
        try {
            var first = groups.append(rows);
            first.ifPresent(position -> Attempt.appended(rows.from(position), () -> {}));
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
        Attempt.appended(table.writer().append(rows), session::awaitDurable);
    }

    /**
     * The events after a token, as far as they are there when they are asked for; pages are read as they are needed. Axon
     * keeps what it has read, so it is given only what will survive a crash.
     */
    @Override
    public Stream<TrackedEventMessage<?>> readEvents(@Nullable TrackingToken after, boolean mayBlock) {
        return stream(this::durableAfter, after == null ? EventLog.BEGINNING : position(after));
    }

    private List<EventTable.Row> durableAfter(long position) {
        var session = commits.session();
        var page = table.after(position, PagedEvents.PAGE);
        if (!page.isEmpty() && !commits.isKnownUpTo(page.getLast().position())) {
            session.awaitDurable();
        }
        return page;
    }

    /** The events after a position as the caller's transaction sees them. */
    Stream<TrackedEventMessage<?>> committedAfter(long position) {
        return stream(last -> table.after(last, PagedEvents.PAGE), position);
    }

    private Stream<TrackedEventMessage<?>> stream(PagedEvents.Pages pages, long after) {
        var events = new PagedEvents(table, pages, after);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(events, Spliterator.ORDERED), false);
    }

    @Override
    public DomainEventStream readEvents(String stream, long first) {
        return DomainEventStream.of(Stream.iterate(
                        table.ofStream(stream, first, PagedEvents.PAGE),
                        page -> !page.isEmpty(),
                        page -> page.size() < PagedEvents.PAGE
                                ? List.of()
                                : table.ofStream(stream, page.getLast().getSequenceNumber() + 1, PagedEvents.PAGE))
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
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return tokenAt(head());
    }

    /** Nobody starts at an instant: clocks may go back, positions do not. */
    @Override
    public TrackingToken createTokenAt(Instant at) {
        throw new UnsupportedOperationException("The log is read from positions");
    }

    long head() {
        return jdbc.sql("select coalesce(max(event.position), 0) from ledger.event")
                .query(Long.class)
                .single();
    }

    static @Nullable TrackingToken tokenAt(long position) {
        return position <= EventLog.BEGINNING ? null : new GlobalSequenceTrackingToken(position);
    }

    private static long position(TrackingToken token) {
        return token.position().orElseThrow();
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
